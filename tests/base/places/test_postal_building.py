"""ZIP codes on their way into the gazetteer, from an invented package."""

from __future__ import annotations

import json
from zipfile import ZipFile

import pytest

from oriundo.base.places.building.entries import Entries
from oriundo.base.places.building.packages import Packages
from oriundo.base.places.building.postal import add_zip_codes
from tests.base.places.conftest import entry

MODULE = "import json\nLISTED = json.loads({text!r})\ndef list_all():\n    return LISTED\n"


def code(number, city, lat, lon, *others, county="Alder County"):
    return {
        "zip_code": number,
        "city": city,
        "acceptable_cities": list(others),
        "unacceptable_cities": [],
        "state": "NJ",
        "county": county,
        "lat": str(lat),
        "long": str(lon),
    }


def town(key, name, lat, lon, county="alder", **values):
    values = {"country": "USA", "admin1": "nj", "admin2": county, "geonames": 1} | values
    return entry(key, "locality", name, lat=lat, lon=lon, **values)


@pytest.fixture
def add(tmp_path):
    """Add codes of the post to towns of a state of two counties; all entries by key."""

    def added(codes, *towns):
        found = Entries()
        codes_of = {"code": "US-NJ", "codes": {"iso-3166-2": "US-NJ"}}
        found.add(entry("nj", "admin1", "New Jersey", country="USA", **codes_of))
        for key in ("alder", "birch"):
            name = f"{key.title()} County"
            values = {"country": "USA", "admin1": "nj", "spellings": [name]}
            found.add(entry(key, "admin2", name, **values))
        for each in towns:
            found.add(each)
        with ZipFile(tmp_path / "zipcodes-1-py3-none-any.whl", "w") as archive:
            archive.writestr("zipcodes/__init__.py", MODULE.format(text=json.dumps(codes)))
        add_zip_codes(found, Packages(tmp_path))
        return found

    return added


def test_a_point_beside_codes_of_several_towns_is_the_countys_and_not_theirs(add):
    codes = [code("07901", "Quince", 40.0, -74.0), code("07902", "Medlar", 40.0, -74.0)]
    found = add(codes, town("m", "Medlar", 40.4, -74.4))
    assert (found["zip:07901"].lat, found["zip:07901"].admin2) == (None, "alder")
    assert (found["zip:07902"].lat, found["zip:07902"].lon) == (40.4, -74.4)


def test_the_town_of_a_code_without_a_point_is_sought_in_its_county_only(add):
    codes = [code("07901", "Quince", 40.0, -74.0), code("07902", "Medlar", 40.0, -74.0)]
    found = add(codes, town("q", "Quince", 41.0, -75.0, "birch"))
    assert found["zip:07901"].lat is None


def test_a_town_of_the_post_far_from_its_namesake_is_one_of_its_own(add):
    found = add([code("07901", "Quince", 40.0, -74.0)], town("q", "Quince", 40.5, -74.5, "birch"))
    post = found["us-post:US-NJ:quince"]
    assert (post.admin2, post.lat, post.lon) == ("alder", 40.0, -74.0)


def test_a_town_of_the_post_that_is_known_beside_its_code_is_not_added_again(add):
    found = add([code("07901", "Quince", 40.0, -74.0)], town("q", "Quince", 40.1, -74.1))
    assert "us-post:US-NJ:quince" not in found


def test_a_small_town_that_is_only_called_so_as_well_is_another(add):
    namesake = town("q", "Medlar", 40.2, -74.2, spellings=["Quince"])
    found = add([code("07901", "Quince", 40.0, -74.0)], namesake)
    assert found["us-post:US-NJ:quince"].lat == 40.0


def test_two_towns_of_the_post_of_one_name_are_two(add):
    codes = [
        code("07901", "Quince", 40.0, -74.0),
        code("07902", "Quince", 40.1, -74.0),
        code("07951", "Quince", 41.0, -75.0, county="Birch County"),
    ]
    found = add(codes)
    assert found["us-post:US-NJ:quince"].lat == pytest.approx(40.05)
    assert found["us-post:US-NJ:quince:birch"].lat == 41.0


def test_a_town_of_codes_without_a_point_has_none_but_its_county(add):
    codes = [code("07901", "Quince", 40.0, -74.0), code("07902", "Medlar", 40.0, -74.0)]
    found = add(codes)
    post = found["us-post:US-NJ:quince"]
    assert (post.lat, post.admin2) == (None, "alder")
