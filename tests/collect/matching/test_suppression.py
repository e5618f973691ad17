"""Who is known again, and who is not: each pair of invented records is one sentence of the rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oriundo.collect.matching.keyed import Key, Register, opened
from oriundo.collect.matching.suppression import (
    contacts,
    kept_out,
    lent_contacts,
    own_pairs,
    remembered,
    shown,
    site,
)
from oriundo.collect.sources.drafts import Draft

KEY = Key("a key of the tests, long enough and of no use")


def a_record(name="Club Social Jerez", number="1", **facts):
    place = {"city": "Los Angeles", "region": "CA", "country": "US"}
    return Draft(source="list", record_id=number, row=int(number), name=name, **(place | facts))


def register_of(*records, lent=()):
    digests = {KEY.digest(value) for value in remembered(records, lent=lent)}
    return opened(digests, made_with=[KEY.check], keys=[KEY])


def is_out(record, *asked):
    return kept_out([[record]], register_of(*asked))[0]


CLUB = a_record(
    phones=("+12135550101",), emails=("club@mail.example",), websites=("jerez.example",)
)
FEDERATION = a_record(
    "Federación de Clubes Zacatecanos del Sur de California",
    phones=("+12135550177",),
    emails=("oficina@fed.example",),
    websites=("fed.example",),
)


@pytest.mark.parametrize(
    "name",
    [
        "CLUB SOCIAL JEREZ",
        "Club Social Jérez, A.C.",
        "Club Social Jerez Inc.",
        "Jerez Social Club",
        "Social Jerez, Club",
        "Club Social Jeres",
        "Clb. Social Jerez",
        "Club Social Jerez de Los Ángeles",
    ],
)
def test_spelling_order_language_and_legal_form_do_not_get_around_it(name):
    assert is_out(a_record(name, city="LOS ÁNGELES", region="California"), a_record())


def test_a_name_in_the_other_language_is_the_same_name():
    spanish = a_record("Asociación de Salvadoreños en Houston", city="Houston", region="TX")
    english = a_record("Salvadoran Association of Houston", city="Houston", region="Texas")
    assert is_out(english, spanish)


def test_a_translated_name_that_holds_its_place_is_known_by_a_contact_where_no_place_is_said():
    spanish = a_record("Asociación de Salvadoreños en Houston", city="Houston", region="TX")
    english = a_record("Salvadoran Association of Houston", city="", region="", country="")
    phone = ("+17135550102",)
    assert is_out(replace(english, phones=phone), replace(spanish, phones=phone))


def test_another_name_among_several_is_recognized():
    both = a_record("Fraternidad Jerezana", alternate_names=("Club Social Jerez",))
    assert (is_out(a_record(), both), is_out(both, a_record())) == (True, True)


@pytest.mark.parametrize(
    "name",
    ["Club Social Jalpa", "Club Deportivo Jerez", "Federación Jerez", "Club Social"],
)
def test_another_name_in_the_same_place_is_another_organization(name):
    assert not is_out(a_record(name), a_record())


@pytest.mark.parametrize(
    ("written", "out"),
    [
        ("Nochislan", True),
        ("Nochisrtlan", True),
        ("Mochistlan", True),
        ("Nochitslan", True),
        ("Mochislan", False),
        ("Nochis", False),
    ],
)
def test_one_slip_in_a_long_word_is_forgiven_in_the_same_city(written, out):
    kept = a_record("Club Nochistlán")
    assert is_out(a_record(f"Club {written}"), kept) is out
    assert not is_out(a_record(f"Club {written}", city=""), kept)


def test_two_towns_one_letter_apart_are_told_apart_unless_a_contact_is_the_same():
    jalpa, jalpan = a_record("Club Jalpa"), a_record("Club Jalpan")
    phone = ("+12135550101",)
    assert not is_out(jalpan, jalpa)
    assert is_out(replace(jalpan, phones=phone), replace(jalpa, phones=phone))


def test_without_its_place_a_name_that_is_no_name_counts_beside_no_contact():
    here = a_record("Asociación Mexicana de Fresno", city="Fresno", emails=("a@mail.example",))
    there = a_record("Asociación Mexicana de Reno", city="Reno", region="NV", emails=here.emails)
    assert not is_out(there, here)


def test_a_name_of_nothing_but_a_kind_is_no_name():
    assert remembered([a_record("Club, A.C.")]) == frozenset()


@pytest.mark.parametrize(
    ("kept", "stated", "out"),
    [
        ({}, {"city": "Los Ángeles, CA", "region": ""}, True),
        ({}, {"city": "Fresno"}, False),
        ({}, {"region": "TX"}, False),
        ({}, {"city": "", "region": "California"}, True),
        ({}, {"city": "", "region": "TX"}, False),
        ({}, {"city": "", "region": ""}, True),
        ({}, {"city": "", "region": "", "country": ""}, False),
        ({"region": "", "country": ""}, {}, True),
        ({"city": ""}, {}, True),
        ({"city": "", "region": ""}, {}, False),
        ({"city": "", "region": ""}, {"city": "", "region": ""}, True),
        (
            {"city": "", "region": "", "country": ""},
            {"city": "", "region": "", "country": ""},
            False,
        ),
    ],
)
def test_a_name_counts_with_its_place_where_what_is_not_said_does_not_contradict(kept, stated, out):
    assert is_out(a_record(**stated), a_record(**kept)) is out


def test_a_place_in_the_other_language_is_the_same_place():
    here = a_record("Casa Puebla", city="Nueva York", region="", country="Estados Unidos")
    assert is_out(a_record("Casa Puebla", city="New York", region="", country="USA"), here)


@pytest.mark.parametrize(
    ("written", "out"),
    [
        ("12-3456789", True),
        ("EIN 12 3456789", True),
        ("123456789", True),
        ("12-3456780", False),
        ("0012-3456789", False),
        ("1234", False),
    ],
)
def test_a_registration_number_is_enough_whatever_the_name(written, out):
    kept = a_record(registration_numbers=("12-3456789", "1234"))
    other = a_record("Something Else", city="Reno", region="NV", registration_numbers=(written,))
    assert is_out(other, kept) is out


@pytest.mark.parametrize(
    "contact",
    [
        {"phones": ("+12135550101",)},
        {"emails": ("Club@mail.example",)},
        {"websites": ("jerez.example/inicio",)},
    ],
)
def test_its_name_with_one_contact_is_enough_in_whatever_place(contact):
    moved = a_record(city="Reno", region="NV")
    assert (is_out(moved, CLUB), is_out(replace(moved, **contact), CLUB)) == (False, True)


def test_one_contact_under_another_name_is_not_enough():
    assert not is_out(a_record("Mesa Redonda", phones=CLUB.phones), CLUB)


def test_two_contacts_of_one_kind_are_not_enough():
    two = replace(CLUB, phones=("+12135550101", "+12135550102"))
    assert not is_out(a_record("Mesa Redonda", phones=two.phones), two)


def test_two_contacts_of_its_own_are_enough_under_another_name():
    assert is_out(a_record("Mesa Redonda", phones=CLUB.phones, emails=CLUB.emails), CLUB)


def test_the_contacts_of_a_federation_do_not_take_its_member_club_along():
    member = replace(FEDERATION, name="Club Social Jerez")
    assert (is_out(FEDERATION, FEDERATION), is_out(member, FEDERATION)) == (True, False)


def test_a_federation_is_known_by_its_acronym_and_a_contact_and_its_member_is_not():
    named = replace(FEDERATION, name=f"{FEDERATION.name} (FCZSC)")
    member = replace(named, name="Club Social Jerez (FCZSC)")
    short = replace(named, name="FCZSC", city="", region="")
    assert (is_out(short, named), is_out(member, named)) == (True, False)


def test_an_acronym_in_brackets_that_is_not_of_its_own_name_is_not_its_name():
    member = a_record("Club Social Jerez (FCZSC)", phones=FEDERATION.phones)
    short = a_record("FCZSC", phones=FEDERATION.phones, city="", region="")
    assert not is_out(short, member)


def test_the_forms_of_a_name_are_these_to_the_letter():
    """Whoever changes them lets back in those who are out by their names."""
    values = remembered([a_record("Social Jerez Club, A.C.", phones=CLUB.phones)])
    names = {text.split("\n")[0] for kind, text in values if not text.startswith("slip")}
    assert names == {"plain jeres klub sosial", "worded jeres k:club sosial"}


def test_a_member_club_that_leaves_takes_neither_its_federation_nor_its_neighbor_along():
    member = replace(FEDERATION, name="Club Social Jerez (FCZSC)")
    neighbor = replace(FEDERATION, name="Club Jalpa", record_id="2")
    records = [member, replace(FEDERATION, record_id="3"), neighbor]
    out = kept_out([[record] for record in records], register_of(member))
    assert out == [True, False, False]


def test_one_other_with_its_two_contacts_is_taken_for_it_beside_its_own_old_record():
    renamed = replace(CLUB, name="Mesa Redonda", record_id="2")
    assert kept_out([[CLUB], [renamed]], register_of(CLUB)) == [True, True]


def test_contacts_lent_when_it_left_stay_lent_when_the_others_come_alone():
    member = replace(FEDERATION, name="Club Social Jerez")
    neighbor = replace(FEDERATION, name="Club Jalpa")
    register = register_of(member, lent=contacts([FEDERATION]))
    assert kept_out([[neighbor]], register) == [False]


def test_records_that_the_matcher_joined_are_out_together():
    slip = a_record("Club Socail Jrez", number="2", phones=("+13105550000",))
    register = register_of(CLUB)
    assert kept_out([[slip]], register) == [False]
    assert kept_out([[slip, CLUB], [a_record("Club Jalpa", "3")]], register) == [True, False]


def test_contacts_are_lent_when_two_organizations_show_them():
    other = a_record("Club Jalpa", phones=CLUB.phones)
    assert lent_contacts([[CLUB, CLUB], [other]]) == {("phone", "+12135550101")}


def test_a_page_on_a_host_of_many_is_a_site_and_the_host_is_not():
    assert (site("facebook.com/ClubJerez"), site("facebook.com"), site("Jerez.example/en")) == (
        "facebook.com/clubjerez",
        "",
        "jerez.example",
    )


def test_an_empty_register_keeps_nobody_out():
    assert kept_out([[CLUB]], Register()) == [False]


def test_what_is_looked_up_is_what_was_kept_but_for_acronyms_and_places():
    elsewhere = replace(CLUB, city="", region="", country="")
    assert remembered([elsewhere]) == shown([elsewhere]) | own_pairs([elsewhere])


@pytest.mark.parametrize("name", ["Eagles of Xoltepec Club", "Club Águlas de Xoltepec"])
def test_a_name_of_everyday_words_is_known_translated_and_mistyped(name):
    assert is_out(a_record(name), a_record("Club Águilas de Xoltepec"))


def test_an_everyday_word_of_another_meaning_is_another_name():
    assert not is_out(a_record("Club Halcones de Xoltepec"), a_record("Club Águilas de Xoltepec"))
