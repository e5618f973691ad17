from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from oriundo.base.audit.models import Entry as AuditEntry
from oriundo.base.places.actions import load_gazetteer
from oriundo.base.places.models import Place
from tests.base.places.conftest import entry

AT = datetime(2026, 1, 2, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def load(places):
    return load_gazetteer(places=places, at=AT, actor="test")


def test_the_table_says_what_the_gazetteer_says(write, country):
    town = entry(
        "gn:1",
        "locality",
        "Río Azul",
        lat=1.5,
        lon=-2.5,
        population=70,
        geonames=1,
        spellings=["Rio Azul", "Blue River"],
        valid_to="2024-04-30",
    )
    loaded = load(write(country, town))
    row = Place.objects.get(key="gn:1")
    assert (loaded.new, loaded.places, loaded.withdrawn) == (True, 2, 0)
    assert (row.name, row.country, row.parent_id, row.population) == ("Río Azul", "XAA", "XAA", 70)
    assert (row.lat, row.lon, row.until) == (1.5, -2.5, date(2024, 4, 30))
    assert row.spellings == ["Rio Azul", "Blue River"]


def test_loading_twice_is_loading_once(write, country):
    places = write(country)
    load(places)
    assert (load(places).new, Place.objects.count(), AuditEntry.objects.count()) == (False, 1, 1)


def test_a_newer_gazetteer_changes_rows_and_withdraws_what_it_lacks(write, country):
    load(write(country, entry("a", "admin2", "Antes"), entry("b", "admin2", "Fuera")))
    loaded = load(write(country, entry("a", "admin2", "Ahora"), state="two"))
    rows = Place.objects.order_by("key").values_list("key", "name", "withdrawn")
    assert list(rows) == [("XAA", "Aria", False), ("a", "Ahora", False), ("b", "Fuera", True)]
    assert loaded.withdrawn == 1


def test_a_place_that_comes_back_is_no_longer_withdrawn(write, country):
    load(write(country, entry("a", "admin2", "Lugar")))
    load(write(country, state="two"))
    load(write(country, entry("a", "admin2", "Lugar"), state="three"))
    assert Place.objects.get(key="a").withdrawn is False
