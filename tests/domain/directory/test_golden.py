"""From the records of one organization to its portrait."""

from __future__ import annotations

from oriundo.collect.sources.drafts import Draft
from oriundo.domain.directory.golden import Portrait, Witness, portray
from oriundo.domain.directory.inclusion import Scope


def draft(record_id="1", *, source="official", name="Club Social Jerez", **facts) -> Draft:
    facts = {"country": "US", "region": "CA", "websites": ("jerez.example",)} | facts
    return Draft(source=source, record_id=record_id, row=1, name=name, **facts)


def portrait(*witnesses: tuple[Draft, int]) -> Portrait:
    return portray([Witness(draft, trust) for draft, trust in witnesses], Scope())


def golden(found: Portrait, field: str) -> list[str]:
    return [fact.value for fact in found.facts if fact.field == field and fact.chosen]


def said(found: Portrait, field: str) -> list[str]:
    return [fact.value for fact in found.facts if fact.field == field]


def test_the_most_trusted_source_gives_the_golden_value():
    found = portrait(
        (draft("1", source="web", city="San Jose"), 20), (draft("2", city="Los Angeles"), 60)
    )
    assert golden(found, "city") == ["Los Angeles"]


def test_a_conflicting_value_stays_beside_the_golden_one():
    found = portrait(
        (draft("1", source="web", city="San Jose"), 20), (draft("2", city="Los Angeles"), 60)
    )
    assert said(found, "city") == ["Los Angeles", "San Jose"]


def test_of_equal_trust_the_most_complete_record_gives_the_golden_value():
    found = portrait(
        (draft("1", city="San Jose"), 60),
        (draft("2", city="Los Angeles", description="A club.", founded=1998), 60),
    )
    assert golden(found, "city") == ["Los Angeles"]


def test_a_field_that_the_best_record_lacks_comes_from_the_next():
    found = portrait((draft("1"), 60), (draft("2", source="web", founded=1998), 20))
    assert golden(found, "founded") == ["1998"]


def test_a_name_in_capitals_gives_way_to_one_that_is_not():
    found = portrait(
        (draft("1", name="CLUB SOCIAL JEREZ"), 60), (draft("2", name="Club Social Jerez"), 20)
    )
    assert (found.name, golden(found, "name")) == ("Club Social Jerez", ["Club Social Jerez"])


def test_every_value_points_to_the_record_that_says_it():
    found = portrait((draft("1"), 60), (draft("2", source="web", founded=1998), 20))
    keys = {fact.key for fact in found.facts if fact.field == "founded"}
    assert keys == {("web", "2")}


def test_a_stated_origin_weighs_more_than_a_name():
    found = portrait(
        (draft("1", name="Asociación Salvadoreña"), 60),
        (draft("2", source="web", name="Asociación", origins=("Guatemala",)), 20),
    )
    assert (found.origin.code, said(found, "origin")) == ("GTM", ["GTM", "SLV"])


def test_several_stated_countries_give_their_region():
    found = portrait((draft("1", origins=("Guatemala y El Salvador",)), 60))
    assert (found.origin.code, found.origin.countries) == ("REG-CAM", ("GTM", "SLV"))


def test_an_origin_read_from_the_name_says_by_which_word():
    found = portrait((draft("1", name="Asociación de Salvadoreños Unidos"), 60))
    fact = next(fact for fact in found.facts if fact.field == "origin")
    assert fact.reason % fact.reason_values == "“salvadorenos” names the people of El Salvador"


def test_a_region_outside_the_chosen_country_is_not_chosen():
    found = portrait(
        (draft("1", country="Canada", region=""), 60),
        (draft("2", source="web", country="US", region="TX"), 20),
    )
    assert (found.residence_country, found.residence_region) == ("CAN", "")


def test_the_precision_is_that_of_the_finest_place_known():
    levels = [
        portrait((draft("1", **facts), 60)).precision
        for facts in (
            {"country": "", "region": ""},
            {"region": ""},
            {},
            {"city": "Fresno"},
            {"postal": "93721"},
            {"address": "1 Main St"},
        )
    ]
    assert levels == ["none", "country", "admin1", "locality", "postal", "address"]


def test_an_organization_that_nobody_can_reach_is_left_out():
    found = portrait((draft("1", websites=(), origins=("Guatemala",)), 60))
    assert found.exclusion == "no_contact"


def test_a_contact_that_a_source_attests_is_enough():
    found = portrait((draft("1", websites=(), origins=("Guatemala",), contact_attested=True), 60))
    assert found.exclusion == ""


def test_the_largest_number_of_members_decides_whether_it_is_too_small():
    small = portrait((draft("1", origins=("Mexico",), members=12), 60))
    grown = portrait(
        (draft("1", origins=("Mexico",), members=12), 60), (draft("2", members=40), 20)
    )
    assert (small.exclusion, grown.exclusion) == ("too_small", "")


def test_every_stated_support_is_kept():
    found = portrait((draft("1", supports=("Becas", "Salud")), 60))
    assert golden(found, "support") == ["education", "health"]
