"""Every place that is no more is found by its name, with the day, in what it is part of today."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import oriundo.base.places.building as building
from oriundo.base.places.geocoder import geocode
from oriundo.base.places.located import Address

TABLE = Path(building.__file__).parents[1] / "former.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
SALVADORAN = [row for row in ROWS if row["country"] == "SLV"]


def test_there_are_all_262_in_44_and_each_day_says_what_it_rests_on():
    assert len(SALVADORAN) == 262
    assert len({(row["admin1"], row["now"]) for row in SALVADORAN}) == 44
    assert [row["name"] for row in ROWS if not row["source"]] == []


@pytest.mark.parametrize("row", SALVADORAN, ids=lambda row: f"{row['name']}, {row['admin1']}")
def test_a_former_municipio_answers_with_todays_and_the_day(places, row):
    state = places.by_code("iso-3166-2", row["admin1"])
    located = geocode(Address(city=row["name"], region=state.name, country="SV"))
    (today,) = [p for p in places.named(row["now"], state) if p.level == "admin2"]
    assert (located.admin1, located.admin2) == (row["admin1"], today.code)
    assert f"ended on {row['until']}; it is part of {row['now']} today" in located.reason
