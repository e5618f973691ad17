"""JSON, GeoJSON and KML as they really arrive: each gives the right rows, or the right error, and never hangs."""

from __future__ import annotations

import json

import pytest

from tests.collect.sources.ugly import workbooks as wb
from tests.collect.sources.ugly.arriving import TWO, read, refused


def kml(body, before=""):
    return f'<?xml version="1.0"?>{before}<kml xmlns="http://www.opengis.net/kml/2.2">{body}</kml>'


PLACEMARK = (
    "<Placemark><name>Club Azteca</name><Point><coordinates>-87.6,41.9,0</coordinates></Point>"
    "</Placemark>"
)
PLACED = [{"name": "Club Azteca", "lat": "41.9", "lon": "-87.6"}]
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'

GOOD = {
    "JSON": (json.dumps(TWO), TWO, []),
    "JSON in an object": (json.dumps({"total": 2, "clubes": TWO}, indent=1), TWO, []),
    "JSON with NaN": (
        '[{"nombre": "Club Azteca", "ciudad": NaN}]',
        [{"nombre": "Club Azteca"}],
        ["not-a-number"],
    ),
    "JSON with nested values": (
        '[{"nombre": "Club Azteca", "tel": {"casa": 5, "otros": [1, 2.50]}}]',
        [{"nombre": "Club Azteca", "tel.casa": "5", "tel.otros": "1; 2.50"}],
        [],
    ),
    "JSON Lines": ("\n".join(json.dumps(row) for row in TWO), TWO, []),
    "JSON Lines with a broken line": (
        f"{json.dumps(TWO[0])}\n{{broken\n{json.dumps(TWO[1])}\n[1]\n",
        TWO,
        ["row-not-json", "row-not-json"],
    ),
    "JSON Lines with half of an emoji": (
        '{"nombre": "Club \\ud83d"}\n{"nombre": "Club Azteca"}\n',
        [{"nombre": "Club ?"}, {"nombre": "Club Azteca"}],
        [],
    ),
    "GeoJSON": (
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "properties": {"name": "Club Azteca"},
                        "geometry": {"type": "Point", "coordinates": [-87.6, 41.9]},
                    },
                    {"type": "Feature", "properties": {"name": "Club Jalisco"}, "geometry": None},
                    {
                        "type": "Feature",
                        "properties": {"name": "Club Puebla"},
                        "geometry": {"type": "Polygon", "coordinates": [[[0, 0]]]},
                    },
                ],
            }
        ),
        [
            {"name": "Club Azteca", "lon": "-87.6", "lat": "41.9"},
            {"name": "Club Jalisco"},
            {"name": "Club Puebla"},
        ],
        ["not-a-point"],
    ),
    "KML": (kml(PLACEMARK), PLACED, []),
    "KMZ": (wb.zipped({"doc.kml": kml(PLACEMARK)}), PLACED, []),
}


@pytest.mark.parametrize("case", GOOD)
def test_it_gives_the_right_rows(case):
    content, rows, codes = GOOD[case]
    assert read(content) == (rows, codes)


BAD = {
    "XML of another kind": (
        '<?xml version="1.0"?><Workbook><Row/></Workbook>',
        "xml",
        {"value": "Workbook"},
    ),
    "KML with entities": (kml(PLACEMARK, before=ENTITIES), "xml-entities", {}),
    "KML cut off": (kml(PLACEMARK)[:-10], "xml-damaged", {}),
    "KML without a placemark": (kml("<Document/>"), "no-placemarks", {}),
    "JSON cut off": ('[{"nombre": "Club Azteca"},\n{"nombre"', "json-damaged", {"row": 2}),
    "JSON too deep for any parser": ("[" * 100_000, "json-too-deep", {"limit": 20}),
    "JSON with a deep row": (
        '[{"nombre": ' + "[" * 30 + "]" * 30 + "}]",
        "json-too-deep",
        {"row": 1, "limit": 20},
    ),
    "JSON with two lists": (
        json.dumps({"clubes": TWO, "casas": TWO}),
        "json-several-lists",
        {"value": "clubes, casas"},
    ),
    "JSON without a list": ('{"total": 0}', "json-no-list", {}),
}


@pytest.mark.parametrize("case", BAD)
def test_it_gives_the_right_error(case):
    refused(*BAD[case])


def test_a_number_of_ten_thousand_digits_stays_text():
    content = '[{"nombre": "Club", "folio": ' + "9" * 10_000 + "}]"
    rows, codes = read(content)
    assert (len(rows[0]["folio"]), codes) == (10_000, [])
