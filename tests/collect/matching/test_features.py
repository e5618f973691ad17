from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from oriundo.collect.matching.features import FEATURES, Compared
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import columns_of
from oriundo.collect.sources.drafts import Draft

HERE = Draft(
    source="a", record_id="1", row=1, name="", city="Santa Rosa", region="CA", country="USA"
)


def _said(one: Draft, other: Draft, feature: str) -> str:
    """What a feature says of two records."""
    c = Compared(table(columns_of([one, replace(other, source="b")])), np.array([0]), np.array([1]))
    (found,) = (f for f in FEATURES if f.name == feature)
    return found.levels[found.level(c)[0]].sentence % found.values(c, 0)


def test_a_box_and_a_street_do_not_conflict() -> None:
    one, other = replace(HERE, address="PO Box 1494"), replace(HERE, address="5922 Lindero Ave")
    assert _said(one, other, "street") == ""


def test_one_box_written_in_two_languages_is_one() -> None:
    one = replace(HERE, address="P.O. Box 1494")
    other = replace(HERE, address="Apartado Postal 1494")
    assert _said(one, other, "street") == "the same street address"


def test_a_rare_name_that_moved_within_its_city_hardly_conflicts() -> None:
    one = replace(HERE, name="Club Zinapécuaro", address="1 Main St")
    said = _said(one, replace(one, address="99 Oak Ave"), "street")
    assert said == "another street address, under a name that few share"


def test_a_common_name_at_another_street_conflicts() -> None:
    one = replace(HERE, name="Centro Mexicano de Santa Rosa", address="1 Main St")
    assert _said(one, replace(one, address="99 Oak Ave"), "street") == "different street addresses"


def test_another_street_and_another_telephone_conflict_even_under_a_rare_name() -> None:
    one = replace(HERE, name="Club Zinapécuaro", address="1 Main St", phones=("+17075550101",))
    other = replace(one, address="99 Oak Ave", phones=("+17075550102",))
    assert [_said(one, other, f) for f in ("street", "phone")] == [
        "different street addresses",
        "different telephone numbers",
    ]


def test_a_rare_name_in_another_state_conflicts() -> None:
    one = replace(HERE, name="Club Zinapécuaro", phones=("+17075550101",))
    other = replace(one, city="Joliet", region="IL", phones=("+18155550102",))
    assert _said(one, other, "phone") == "different telephone numbers"


@pytest.mark.parametrize(
    ("short", "city", "region"),
    [("NYC", "New York City", "NY"), ("LA", "Los Ángeles", "CA"), ("N.Y.", "New York", "NY")],
)
def test_a_city_is_known_by_what_people_write_for_it(short: str, city: str, region: str) -> None:
    one = replace(HERE, city=short, region=region)
    assert _said(one, replace(one, city=city), "place").startswith("in the same city")


def test_two_words_for_one_part_are_no_conflict() -> None:
    one = replace(HERE, name="Red de Estudiantes Mexicanos Río Bravo, Capítulo Austin")
    other = replace(HERE, name="Río Bravo Mexican Student Network, Austin Chapter")
    assert _said(one, other, "wording") == ""


def test_a_part_and_the_whole_conflict() -> None:
    one = replace(HERE, name="Red de Estudiantes Mexicanos Río Bravo")
    other = replace(HERE, name="Río Bravo Mexican Student Network, Santa Rosa Chapter")
    assert _said(one, other, "wording").startswith("a part, a branch or a sister organization")


@pytest.mark.parametrize("hometown", ["Zamora, Michoacán", ""])
def test_the_state_of_the_hometown_added_to_the_name_is_no_other_name(hometown: str) -> None:
    one = replace(HERE, name="CLUB ZAMORA MICHOACAN")
    other = replace(HERE, name="Club Zamora", hometown=hometown)
    assert _said(one, other, "name") == "the same name: “club zamora michoacan”"


def test_the_state_that_the_other_record_gives_says_nothing_more() -> None:
    other = replace(HERE, name="Club Zamora", hometown="Zamora, Michoacán")
    assert _said(replace(HERE, name="CLUB ZAMORA MICHOACAN"), other, "wording") == ""


def test_a_city_is_said_as_the_source_says_it() -> None:
    assert _said(HERE, HERE, "place") == "in the same city: santa rosa"


def test_a_mistyped_word_is_known_through_another_language() -> None:
    one = replace(HERE, name="Asociación Cívica Huitzilin")
    other = replace(HERE, name="Huitzilin Cvic Association")
    assert _said(one, other, "wording") == ""


def test_a_name_alone_proves_nothing() -> None:
    one = Draft(source="a", record_id="1", row=1, name="Huitzilin Headquarters")
    assert (
        _said(one, one, "name")
        == "the same name, and nothing else to tell: “huitzilin headquarters”"
    )


def _nowhere(name: str, *cities: str) -> tuple[str, str]:
    """What the name says of a record without a city and one of the first of these cities, in a
    list with one record in each; and of the first and the last."""
    records = [replace(HERE, source=f"s{i}", name=name, city=city) for i, city in enumerate(cities)]
    records.append(replace(HERE, source="z", name=name, city="", region="", country=""))
    last, ends = len(records) - 1, np.array([0, 0])
    c = Compared(table(columns_of(records)), ends, np.array([last, last - 1]))
    names = FEATURES[0]
    said = [names.levels[level].sentence for level in names.level(c)]
    return said[0], said[1]


def test_a_name_found_in_one_city_is_most_likely_that_one() -> None:
    said, _ = _nowhere("Club Social Zinapécuaro", "Santa Rosa")
    assert said == "the same name, found in one city only, and one does not say its city"


def test_a_name_found_in_several_cities_may_be_any_of_them() -> None:
    said, between = _nowhere("Club Social Zinapécuaro", "Santa Rosa", "Fresno")
    assert said == "the same name, found in several cities, and one does not say its city"
    assert between == "the same name: “%(left)s”"
