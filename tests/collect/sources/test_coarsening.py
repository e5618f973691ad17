"""Of a home, no more than a cell or a town is kept; the truth is discarded at entry."""

from __future__ import annotations

import pytest

from oriundo.collect.sources.actions import import_release
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.models import Issue, Record, Source
from oriundo.collect.sources.reading import read_drafts
from tests.everything import everything_stored
from tests.factories import NOON, a_file, a_source

HEADER = "id,name,address,city,state,zip,country,lat,lon,is home,notes,description"
MAPPING = Mapping(
    columns={
        "id": ("id",), "name": ("name",), "address": ("address",), "city": ("city",),
        "region": ("state",), "postal": ("zip",), "country": ("country",), "lat": ("lat",),
        "lon": ("lon",), "home": ("is home",), "description": ("description",),
    },
    ignore=("notes",),
)  # fmt: skip
HOME = (
    "1,Club Ayoquezco,4187 Zarzamora Ln,Los Angeles,CA,90047,US,33.954217,-118.309861,sí,"
    "ring at 4187,Meets at 4187 Zarzamora Ln. on Sundays"
)
OFFICE = "2,Casa Tlapehuala,77 Yerba St,Los Angeles,CA,90012,US,34.0561,-118.2412,no,,"
SECRETS = ("4187", "zarzamora", "90047", "33.954", "118.309")


def _read(tmp_path, *rows, mapping=MAPPING, **more):
    return read_drafts(a_file(tmp_path, *rows, header=HEADER), mapping=mapping, **more)


def _released(tmp_path, *rows, name="list.csv", **more):
    return import_release(
        source=Source.objects.filter(slug="homes").first() or a_source("homes"),
        path=a_file(tmp_path, *rows, header=HEADER, name=name),
        at=NOON,
        actor="test",
        **more,
    )


def _told(text):
    return [secret for secret in SECRETS if secret in text.casefold()]


def test_a_home_is_a_cell_and_nothing_else(tmp_path):
    [draft] = _read(tmp_path, HOME).drafts
    assert (draft.address, draft.city, draft.region, draft.postal) == ("", "Los Angeles", "CA", "")
    assert (draft.lat, draft.lon, draft.coarse) == (33.975, -118.325, True)
    assert draft.description == "Meets at . on Sundays"


def test_the_row_is_kept_without_the_cells_that_tell(tmp_path):
    [draft] = _read(tmp_path, HOME).drafts
    assert draft.raw == {
        "id": "1",
        "name": "Club Ayoquezco",
        "city": "Los Angeles",
        "state": "CA",
        "country": "US",
        "description": "Meets at . on Sundays",
    }


def test_another_row_of_the_list_is_kept_as_it_was(tmp_path):
    [draft] = _read(tmp_path, OFFICE).drafts
    assert (draft.address, draft.postal, draft.lat) == ("77 Yerba St", "90012", 34.0561)
    assert (draft.raw["zip"], draft.coarse) == ("90012", False)


@pytest.mark.parametrize(
    ("word", "coarse"),
    [("sí", True), ("YES", True), ("x", True), ("maybe", True), ("no", False), ("", False)],
)
def test_what_is_not_clearly_no_is_a_home(tmp_path, word, coarse):
    [draft] = _read(tmp_path, HOME.replace(",sí,", f",{word},")).drafts
    assert draft.coarse is coarse


def test_a_thousand_reads_give_one_cell(tmp_path):
    path = a_file(tmp_path, HOME, header=HEADER)
    found = {(d.lat, d.lon) for _ in range(1000) for d in read_drafts(path, mapping=MAPPING).drafts}
    assert found == {(33.975, -118.325)}


def test_homes_all_over_a_cell_give_one_point(tmp_path):
    rows = [
        f"{n},Club {n},,Los Angeles,CA,,US,{33.9501 + n * 0.0000498:.6f},-118.309861,yes,,"
        for n in range(1000)
    ]
    assert {(d.lat, d.lon) for d in _read(tmp_path, *rows).drafts} == {(33.975, -118.325)}


def test_a_home_of_which_only_the_postal_code_is_given_is_in_the_cell_of_its_middle(tmp_path):
    [draft] = _read(tmp_path, "1,Club Ayoquezco,,,,60608,US,,,yes,,").drafts
    assert (draft.city, draft.region, draft.postal) == ("", "IL", "")
    assert (draft.lat, draft.lon) == (41.875, -87.675)


def test_a_home_whose_town_stands_in_its_address_alone_is_in_that_town(tmp_path):
    row = '1,Club Ayoquezco,"4187 Zarzamora Ln, Fresno, CA 93701",,,,US,,,yes,,'
    [draft] = _read(tmp_path, row).drafts
    assert (draft.city, draft.region, draft.address) == ("Fresno", "CA", "")


def test_a_link_to_a_map_is_an_address(tmp_path):
    mapping = Mapping(columns=MAPPING.columns | {"website": ("notes",)})
    row = HOME.replace("ring at 4187", "https://maps.example/@33.954217 | ayoquezco.example")
    assert _read(tmp_path, row, mapping=mapping).drafts[0].websites == ("ayoquezco.example",)


def test_what_was_not_understood_of_a_home_is_not_quoted(tmp_path):
    row = HOME.replace("33.954217", "33.954217 Zarzamora")
    troubles = _read(tmp_path, row).troubles
    assert [(t.code, t.value) for t in troubles if t.row] == [("coordinates", "…")]


@pytest.mark.django_db
def test_the_truth_is_nowhere_in_the_database(tmp_path):
    _released(tmp_path, HOME, OFFICE, mapping=MAPPING)
    stored = everything_stored()
    assert (_told(stored), "77 Yerba St" in stored) == ([], True)


@pytest.mark.django_db
def test_a_list_of_homes_stays_one_at_its_next_release(tmp_path):
    _released(tmp_path, OFFICE, mapping=MAPPING, homes=True)
    _released(tmp_path, HOME, OFFICE, name="later.csv", mapping=MAPPING)
    assert [record.fields.get("coarse") for record in Record.objects.all()] == [True] * 3
    assert (_told(everything_stored()), "Yerba" in everything_stored()) == ([], False)


@pytest.mark.django_db
def test_what_was_kept_before_it_was_known_that_they_are_homes_goes(tmp_path):
    row = HOME.replace(",sí,", ",no,").replace("33.954217", "33.954217 Zarzamora")
    _released(tmp_path, row, mapping=MAPPING)
    before = _told(everything_stored())
    _released(tmp_path, HOME, name="later.csv", mapping=MAPPING, homes=True)
    assert (before, _told(everything_stored())) == (list(SECRETS), [])
    assert set(Issue.objects.filter(code="coordinates").values_list("value", flat=True)) == {"…"}
