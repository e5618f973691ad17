"""From the records of one organization to its portrait."""

from __future__ import annotations

from oriundo.collect.sources.drafts import Draft
from oriundo.domain.directory.decisions import as_raw
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


def test_the_main_objective_is_read_from_what_the_organization_does():
    text = "Un club de amigos. Juntan fondos para pavimentar calles en su pueblo natal."
    found = portrait((draft("1", description=text, origins=("Mexico",)), 60))
    fact = next(fact for fact in found.facts if fact.field == "objective")
    assert (found.objective, fact.reason_values["sentence"]) == (
        "origin_focused",
        "Juntan fondos para pavimentar calles en su pueblo natal.",
    )


def test_a_stated_objective_weighs_more_than_one_read():
    found = portrait(
        (draft("1", description="Asesoría legal gratuita.", origins=("Mexico",)), 60),
        (draft("2", source="web", objective="Cultural"), 20),
    )
    assert (found.objective, said(found, "objective")) == ("cultural", ["cultural", "service"])


def test_a_support_that_is_stated_and_read_is_kept_once():
    text = "Paga becas en su pueblo."
    found = portrait((draft("1", description=text, supports=("Becas",), origins=("Mexico",)), 60))
    assert said(found, "support") == ["education"]


def test_a_further_objective_is_not_the_main_one():
    text = "Liga de futbol con torneos. También enseña danza folklórica y marimba."
    facts = {"description": text, "origins": ("Mexico",)}
    assert golden(portrait((draft("1", **facts), 60)), "secondary_objective") == ["cultural"]
    stated = portrait((draft("1", objective="Cultural", **facts), 60))
    assert golden(stated, "secondary_objective") == []


def test_the_grouping_in_a_name_weighs_more_than_the_text():
    found = portrait(
        (draft("1", name="Federación Jaliscience", description="A club.", origins=("MX",)), 60)
    )
    assert found.structure == "coalition"


def test_the_name_reader_does_not_overrule_the_classifier():
    found = portrait((draft("1", name="Amigos del Museo de la Mujer", origins=("MX",)), 60))
    assert found.objective == ""


def test_what_is_kept_out_is_not_classified():
    found = portrait((draft("1", description="Asesoría legal.", origins=("Italy",)), 60))
    assert (found.exclusion, said(found, "support")) == ("origin_outside", [])


def decided(record_id="d-1", *, at="2026-05-03T12:00:00+00:00", row=1, **facts) -> Draft:
    told = {"axis": "objective", "value": "athletic", "why": "They say so.", "by": "user:1"}
    raw = as_raw(("official", "1"), at=at, **(told | facts))
    return Draft(source="desk", record_id=record_id, row=row, name="Another Name", raw=raw)


def test_a_decision_weighs_more_than_a_statement_and_tells_why_and_when():
    found = portrait((draft("1", objective="Cultural"), 90), (decided(), 85))
    fact = next(fact for fact in found.facts if fact.field == "objective" and fact.chosen)
    assert (found.objective, fact.reason % fact.reason_values) == (
        "athletic",
        "the desk decided this on 2026-05-03: They say so.",
    )


def test_of_two_decisions_the_later_counts_and_the_earlier_is_kept():
    later = decided("d-2", at="2026-06-01T12:00:00+00:00", row=2, value="service")
    found = portrait((draft("1"), 60), (later, 85), (decided(), 85))
    assert said(found, "objective")[:2] == ["service", "athletic"]


def test_a_decision_is_no_witness_of_the_name():
    found = portrait((draft("1"), 10), (decided(), 85))
    assert (found.name, said(found, "name")) == ("Club Social Jerez", ["Club Social Jerez"])
    assert found.keys == (("desk", "d-1"), ("official", "1"))


def test_a_decision_adds_a_kind_of_support():
    found = portrait((draft("1"), 60), (decided(axis="support", value="health"), 85))
    assert golden(found, "support") == ["health"]


def test_languages_are_those_that_any_record_states():
    found = portrait(
        (draft("1", languages=("español/inglés",)), 60),
        (draft("2", source="web", languages=("Spanish", "Náhuatl", "Other")), 20),
    )
    assert golden(found, "language") == ["es", "en", "es", "nah"]


JALOSTOTITLAN = "Com. Pro Mejoras de Jalostotitlán"


def test_a_name_tells_the_hometown_where_no_list_states_one():
    found = portrait((draft("1", name=JALOSTOTITLAN, origins=("Mexico",)), 60))
    [fact] = [fact for fact in found.facts if fact.field == "hometown"]
    assert (fact.value, fact.chosen, fact.key) == (
        "Jalostotitlán, Jalisco",
        True,
        ("official", "1"),
    )
    assert fact.reason_values["word"] == "jalostotitlan"


def test_a_stated_hometown_is_the_only_one():
    found = portrait(
        (draft("1", name=JALOSTOTITLAN), 60),
        (draft("2", name=JALOSTOTITLAN, hometown="Jerez, Zacatecas"), 20),
    )
    assert said(found, "hometown") == ["Jerez, Zacatecas"]


def test_a_name_that_may_tell_of_a_tree_tells_no_hometown():
    found = portrait((draft("1", name="Sociedad Cultural Mexicana Encino"), 60))
    assert said(found, "hometown") == []


def test_a_town_of_several_of_that_name_says_so_in_words():
    found = portrait((draft("1"), 60))
    [fact] = [fact for fact in found.facts if fact.field == "hometown"]
    assert fact.reason % fact.reason_values == (
        "“jerez” may be this town of Mexico, or another of 1"
    )
