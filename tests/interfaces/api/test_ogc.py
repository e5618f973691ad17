"""The directory as OGC API - Features, read by GDAL's own client."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from shapely import Point, to_wkb

from tests.interfaces.api import few

ITEMS = "/api/ogc/collections/organizations/items"


@pytest.fixture
def directory(db):
    return few.organizations()


def test_the_landing_page_leads_to_everything(client, directory):
    links = client.get("/api/ogc/").json()["links"]
    assert [link["rel"] for link in links] == [
        "self", "service-desc", "service-doc", "conformance", "data",
    ]  # fmt: skip
    assert {client.get(link["href"], follow=True).status_code for link in links} == {200}


def test_the_parts_of_the_standard_that_hold_are_named(client, directory):
    told = client.get("/api/ogc/conformance").json()["conformsTo"]
    assert [address.rpartition("/")[2] for address in told] == ["core", "geojson"]


def test_pages_follow_each_other(client, directory):
    address, seen = f"{ITEMS}?limit=5", []
    while address:
        page = client.get(address).json()
        assert page["numberMatched"] == 12
        assert page["numberReturned"] == len(page["features"])
        seen += [feature["id"] for feature in page["features"]]
        address = next((x["href"] for x in page["links"] if x["rel"] == "next"), "")
    assert seen == [listing.public_id for listing in sorted(directory, key=lambda x: x.sort_key)]


def test_a_box_keeps_what_lies_inside(client, directory):
    page = client.get(f"{ITEMS}?bbox=-125,30,-110,45").json()
    inside = {each.public_id for each in directory if each.longitude and each.longitude < -110}
    assert {feature["id"] for feature in page["features"]} == inside
    assert page["numberMatched"] == len(inside) == 3


def test_what_has_no_point_has_no_geometry(client, directory):
    page = client.get(f"{ITEMS}?limit=100").json()
    bare = {feature["id"] for feature in page["features"] if feature["geometry"] is None}
    assert bare == {each.public_id for each in directory if each.latitude is None}


def test_one_feature_is_that_of_the_list(client, directory):
    listed = client.get(f"{ITEMS}?limit=1").json()["features"][0]
    alone = client.get(f"{ITEMS}/{listed['id']}").json()
    del alone["links"]
    assert alone == listed


@pytest.mark.parametrize("query", ["bbox=1,2,3", "limit=0", "datetime=yesterday", "colour=red"])
def test_what_the_standard_does_not_know_is_refused(client, directory, query):
    answer = client.get(f"{ITEMS}?{query}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == query.partition("=")[0]


def test_any_time_fits(client, directory):
    for moment in ("2026-05-03T12:00:00Z", "../2026-05-03T12:00:00Z", "2020-01-01T00:00:00Z/.."):
        assert client.get(f"{ITEMS}?datetime={moment}").json()["numberMatched"] == 12


# GDAL holds the interpreter while it waits for us, so it runs in a process of its own.
GDAL = """
import json, sys
import pyogrio
where = "OAPIF:" + sys.argv[1] + "/api/ogc"
layers = pyogrio.list_layers(where).tolist()
info = pyogrio.read_info(where, layer="organizations")
read = lambda **more: pyogrio.raw.read(where, columns=["name"], PAGE_SIZE=5, **more)
_, _, points, (names,) = read()
_, _, _, (inside,) = read(bbox=(-125, 30, -110, 45))
print(json.dumps({
    "layers": layers, "features": info["features"], "crs": info["crs"],
    "names": sorted(names), "points": sorted(p.hex() for p in points if p is not None),
    "inside": sorted(inside),
}))
"""


@pytest.mark.django_db(transaction=True)
def test_gdal_reads_the_layer_page_by_page(live_server):
    listings = few.organizations()
    placed = [each for each in listings if each.latitude is not None]
    done = subprocess.run(
        [sys.executable, "-c", GDAL, live_server.url],
        capture_output=True, text=True, check=False, timeout=60, env=os.environ | {"NO_PROXY": "*"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "layers": [["organizations", "Point"]],
        "features": 12,
        "crs": "EPSG:4326",
        "names": sorted(each.name for each in listings),
        "points": sorted(to_wkb(Point(x.longitude, x.latitude), hex=True).lower() for x in placed),
        "inside": sorted(each.name for each in placed if each.longitude < -110),
    }
