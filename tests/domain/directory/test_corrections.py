"""Reading a proposed value: in the form of a record, or refused with what to do."""

from __future__ import annotations

from datetime import date

import pytest

from oriundo.domain.directory.corrections import UnusableValue, choices, read_value

TODAY = date(2026, 5, 3)


def read(field, typed, country="USA"):
    return read_value(field, typed, country=country, today=TODAY)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", "  Club  Social\nJerez ", "Club Social Jerez"),
        ("phone", "(213) 555-0101", "+12135550101"),
        ("email", "Buzon@Jerez.example.org", "buzon@jerez.example.org"),
        ("website", "https://www.Jerez.example/hola/", "jerez.example/hola"),
        ("members", "1,200", "1200"),
        ("founded", "1987", "1987"),
        ("objective", "athletic", "athletic"),
        ("residence", "US-NV", "US-NV"),
        ("origin", "SLV", "SLV"),
        ("address", "117 Calle Ocho, 213 555 0101", "117 Calle Ocho, 213 555 0101"),
        ("city", "", ""),
    ],
)
def test_a_value_is_read_as_a_record_would_hold_it(field, typed, value):
    assert read(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("phone", "por la tarde"),
        ("phone", "213 555 0101, 213 555 0102"),
        ("email", "a@example.org\nBcc: b@example.org"),
        ("website", "javascript:alert(1)"),
        ("website", "jerez.example otra.example"),
        ("members", "muchos"),
        ("members", "0"),
        ("founded", "2027"),
        ("founded", "١٩٨٧"),
        ("objective", "sportive"),
        ("residence", "XX-99"),
        ("origin", "FRA"),
        ("name", "a" * 301),
        ("description", "Ayudan a indocumentados"),
        ("description", "Pregunte por Luz, 213 555 0101"),
    ],
)
def test_what_can_be_no_value_is_refused(field, typed):
    with pytest.raises(UnusableValue):
        read(field, typed)


def test_a_description_may_be_longer_than_a_name():
    assert len(read("description", "a " * 900)) == 1799


def test_one_chooses_among_codes_and_writes_the_rest():
    assert (choices("city"), "US-CA" in choices("residence"), "MEX" in choices("origin")) == (
        (),
        True,
        True,
    )
