"""The truth reproduces what the study printed. Every number here was typed from its tables."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from oriundo.interfaces.demonstration.facts import DESTINATIONS, ORIGINS
from oriundo.interfaces.demonstration.truth import truth

TABLE_5 = """
          CAN CRI SLV USA GTM HND MEX NIC PAN total
BLZ         0   0   0   3   0   0   0   0   0     3
REG-CAM     1   0   0  12   0   0   1   0   0    14
CRI         0   0   0   6   0   0   0   0   0     6
SLV        12   0   0 117   0   1   1   0   0   131
GTM         0   0   0  16   0   0   0   0   0    16
HND         0   0   0  31   0   0   0   0   0    31
REG-LAM     0   0   0  12   0   0   0   1   2    15
MEX        16   1   1 748   1   1   0   0   2   770
NIC         0   7   0  17   0   0   0   0   0    24
PAN         0   1   1   2   0   0   0   0   0     4
total      29   9   2 964   1   2   2   1   4  1014
"""
TABLE_6 = {
    "SLV": "AZ CA CO DC FL MD MA NE NJ NY NC OR RI TX VA",
    "GTM": "CA CO DC IL KS MA NE NC TX",
    "HND": "AZ CA CO FL GA IL MD MA NJ NY NC TX VA",
    "NIC": "AZ CA CO DC MD MA NY NC TX VA",
    "CRI": "NC GA KS",
    "PAN": "CA",
    "REG-LAM": "CA KS MA NC OK TX WA",
    "REG-CAM": "AL CA DC IL MA NY NM TX",
    "MEX": (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MO NE NV NH NJ "
        "NM NY NC OH OK OR PA RI SC SD TN TX UT VT VA WA WI"
    ),
}
SUPPORT_KINDS = (
    "nutrition",
    "health",
    "education",
    "infrastructure",
    "commerce_employment",
    "other_in_kind",
    "economic_aid",
    "other",
)
TABLES_8_AND_11 = {
    "SLV": (29, 20, 9, 28, 8, 14, 10, 7),
    "MEX": (21, 15, 24, 412, 56, 17, 17, 38),
    "GTM": (3, 0, 0, 1, 0, 1, 0, 0),
    "HND": (1, 2, 3, 2, 0, 1, 0, 1),
    "NIC": (3, 3, 1, 0, 0, 1, 0, 0),
}
TABLES_9_AND_10 = (
    ("MEX", "USA", 539, 748),
    ("MEX", "CAN", 3, 16),
    ("MEX", "CRI SLV GTM HND PAN", 1, 6),
    ("SLV", "USA", 82, 117),
    ("SLV", "CAN", 4, 12),
    ("SLV", "HND", 0, 1),
    ("GTM", "USA", 5, 16),
    ("HND", "USA", 5, 31),
    ("NIC", "USA", 3, 17),
    ("NIC", "CRI", 1, 7),
)


def test_truth_has_1014_organizations_with_ids_and_names_of_their_own() -> None:
    organizations = truth()
    assert len(organizations) == 1014
    assert len({one.id for one in organizations}) == 1014
    assert len({(one.name, one.city, one.origin) for one in organizations}) == 1014


def test_truth_has_every_cell_and_total_of_table_5() -> None:
    cells = Counter((one.origin, one.destination) for one in truth())
    lines = [" " * 10 + " ".join(f"{d:>3}" for d in (*DESTINATIONS, "total"))]
    for origin in ORIGINS:
        row = [cells[origin, d] for d in DESTINATIONS]
        lines.append(f"{origin:10}" + " ".join(f"{n:3}" for n in row) + f"{sum(row):6}")
    totals = [sum(cells[o, d] for o in ORIGINS) for d in DESTINATIONS]
    lines.append(f"{'total':10}" + " ".join(f"{n:3}" for n in totals) + f"{sum(totals):6}")
    assert "\n".join(lines) == TABLE_5.strip("\n")
    assert sum(cells.values()) == 1014


def test_place_is_unknown_for_26_and_for_14_of_them_the_country_too() -> None:
    assert Counter(one.precision for one in truth()) == {
        "place": 988,
        "nothing": 14,
        "country": 12,
    }
    hidden = [one for one in truth() if one.precision != "place"]
    assert {(one.division, one.city, one.address, one.postal) for one in hidden} == {("",) * 4}
    nowhere = [one for one in truth() if one.precision == "nothing"]
    assert {(one.country, one.destination) for one in nowhere} == {("", "USA")}


@pytest.mark.parametrize("origin", TABLE_6)
def test_origin_is_present_in_exactly_the_states_of_table_6(origin: str) -> None:
    states = {one.division for one in truth() if one.origin == origin and one.division[:3] == "US-"}
    assert states == {f"US-{state}" for state in TABLE_6[origin].split()}


def test_states_and_provinces_have_the_printed_shares() -> None:
    found = Counter(one.division for one in truth())
    percents = {
        state: round(Fraction(100 * found[f"US-{state}"], 964))
        for state in ("CA", "TX", "IL", "NY", "NC", "FL")
    }
    assert percents == {"CA": 38, "TX": 21, "IL": 6, "NY": 3, "NC": 3, "FL": 3}
    others = sum(n for division, n in found.items() if division[:3] == "CA-")
    assert (found["CA-ON"], found["CA-AB"], others) == (14, 6, 29)


def test_member_origins_have_the_printed_shares() -> None:
    clubs = Counter(one.origin for one in truth() if one.member_origin == "hometown_club")
    assert clubs == {"MEX": 531, "SLV": 24, "GTM": 4, "HND": 1, "NIC": 1}
    assert round(Fraction(100 * 531, 770)) == 69
    assert round(Fraction(100 * 24, 131)) == 18


def test_coalitions_are_as_many_as_the_study_found() -> None:
    found = Counter(one.origin for one in truth() if one.structure == "coalition")
    assert found == {"MEX": 70, "SLV": 2, "GTM": 2, "NIC": 2, "REG-CAM": 2, "REG-LAM": 1}


def test_coalitions_are_the_third_most_common_mexican_type() -> None:
    types = Counter(
        "coalition" if one.structure == "coalition" else one.objective
        for one in truth()
        if one.origin == "MEX"
    )
    assert types.most_common(4) == [
        ("origin_focused", 460),
        ("cultural", 84),
        ("coalition", 70),
        ("community", 50),
    ]


def test_objectives_hold_what_the_text_says() -> None:
    by_origin = Counter((one.origin, one.objective) for one in truth())
    business = {o: by_origin[o, "business"] + by_origin[o, "chamber_of_commerce"] for o in ORIGINS}
    assert {o: n for o, n in business.items() if n} == {"MEX": 13, "SLV": 3, "CRI": 1}
    assert by_origin["SLV", "origin_focused"] == 65
    assert by_origin["HND", ""] == 4
    assert sum(number for (_, objective), number in by_origin.items() if not objective) == 4


def test_community_comes_first_and_service_second_in_the_three_origins() -> None:
    three = Counter(one.objective for one in truth() if one.origin in ("GTM", "HND", "NIC"))
    assert three.most_common(3) == [("community", 27), ("service", 16), ("origin_focused", 15)]
    assert round(Fraction(100 * 15, 71)) == 21


def test_costa_rica_has_one_chamber_and_otherwise_migrant_clubs() -> None:
    found = [one for one in truth() if one.origin == "CRI"]
    assert Counter(one.objective == "chamber_of_commerce" for one in found) == {False: 5, True: 1}
    assert {one.member_origin for one in found} == {"migrant_club"}


@pytest.mark.parametrize(("origin", "destinations", "contributing", "base"), TABLES_9_AND_10)
def test_contributing_organizations_are_those_of_tables_9_and_10(
    origin: str, destinations: str, contributing: int, base: int
) -> None:
    found = [
        one.contributes
        for one in truth()
        if one.origin == origin and one.destination in destinations.split()
    ]
    assert (sum(c is True for c in found), len(found)) == (contributing, base)


@pytest.mark.parametrize("origin", TABLES_8_AND_11)
def test_supports_are_those_of_tables_8_and_11(origin: str) -> None:
    found = Counter(kind for one in truth() if one.origin == origin for kind in one.supports)
    assert tuple(found[kind] for kind in SUPPORT_KINDS) == TABLES_8_AND_11[origin]


def test_exactly_those_that_contribute_give_support_and_no_kind_twice() -> None:
    for one in truth():
        assert bool(one.supports) == (one.contributes is True)
        assert len(set(one.supports)) == len(one.supports)


def test_mexican_organizations_have_25_members_and_70_percent_are_of_2000_to_2016() -> None:
    mexican = [one for one in truth() if one.origin == "MEX"]
    assert min(one.members for one in mexican if one.members is not None) == 25
    assert sum(2000 <= (one.founded or 0) <= 2016 for one in mexican) == 539


def test_named_organizations_have_nothing_invented() -> None:
    named = [one for one in truth() if one.named_in_report]
    assert len(named) == 21
    assert {(one.phone, one.email, one.address, one.social, one.lat) for one in named} == {
        ("", "", "", "", None)
    }
    websites = {one.named: one.website for one in named}
    assert (websites["N05"], websites["N12"]) == ("www.festivalcotsa.com", "")


def test_contacts_cannot_reach_anybody() -> None:
    for one in truth():
        assert one.phone == "" or one.phone[3:10] == "-555-01"
        assert one.email == "" or one.email.endswith(".example")
        assert one.website == "" or one.named or one.website.endswith(".example")


def test_truth_of_another_seed_keeps_the_counts_and_changes_the_names() -> None:
    other = truth(7)
    counted = [Counter((o.origin, o.destination, o.objective) for o in t) for t in (truth(), other)]
    assert counted[0] == counted[1]
    assert [one.name for one in other] != [one.name for one in truth()]
