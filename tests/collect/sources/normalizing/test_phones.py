from __future__ import annotations

import pytest

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.normalizing.phones import phones_in

READ = [
    ("(312) 555-0148", "US", ("+13125550148",)),
    ("312/555-0148", "", ("+13125550148",)),
    ("(312)5550148", "", ("+13125550148",)),
    ("1-312-555-0148 ext. 12", "US", ("+13125550148",)),
    ("(312) 555-0148; (312) 555-0149 (referrals)", "US", ("+13125550148", "+13125550149")),
    (
        "202-555-0120; extension 7027 (adults); 202-555-0121 (kids)",
        "US",
        ("+12025550120", "+12025550121"),
    ),
    ("3125550148, 3125550148", "CA", ("+13125550148",)),
    ("55 1234 5678 / 55 8765 4321", "MX", ("+525512345678", "+525587654321")),
    ("01 55 1234 5678", "MX", ("+525512345678",)),
    ("044 55 1234 5678", "MX", ("+525512345678",)),
    ("+52 1 55 1234 5678", "US", ("+525512345678",)),
    ("2255-0100 y 2255-0101", "SV", ("+50322550100", "+50322550101")),
    ("+503 2255 0100", "", ("+50322550100",)),
    ("00502 2255 0100", "US", ("+50222550100",)),
    ("Oficina: 2232 0100, casa", "HN", ("+50422320100",)),
]


@pytest.mark.parametrize(("text", "country", "numbers"), READ)
def test_telephone_numbers_are_read(text, country, numbers):
    assert phones_in(text, country=country, column="tel") == (numbers, ())


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("+52 012 345 6789", "MX", "phone"),
        ("+52 1 000 123 4567", "US", "phone"),
        ("55 1234 5678", "", "phone-country"),
        ("(837) 23 355", "US", "phone"),
        ("call us", "US", "phone"),
        ("123", "US", "phone"),
    ],
)
def test_what_is_no_number_is_reported(text, country, code):
    assert phones_in(text, country=country, column="tel") == ((), (Fault(code, "tel", text),))


def test_a_bad_number_beside_a_good_one_is_reported():
    numbers, faults = phones_in("312-555-0148; 999999999", country="US", column="tel")
    assert (numbers, faults) == (("+13125550148",), (Fault("phone", "tel", "999999999"),))
