"""Map, table, tiles and directory say the same number, whatever is asked and however near one is."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import mapbox_vector_tile
import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oriundo.interfaces.web.maps.themes import THEMES
from oriundo.interfaces.web.public import address
from tests.interfaces.api import few
from tests.interfaces.api.agreement import QUESTIONS, from_database
from tests.interfaces.web.cast import seen

pytestmark = pytest.mark.django_db
# A box is asked for by machines and by the map's own list, not by these pages.
ASKED = QUESTIONS.filter(lambda asked: "box" not in asked)


@pytest.fixture
def directory(db):
    return few.organizations()


def understood(asked):
    """What a page takes the search to be: a state outside of the chosen country is let go of."""
    read = address.read(QueryDict(urlencode(asked)))
    return read.filters | ({"q": read.words} if read.words else {})


def whole(text):
    return int(text.replace(",", ""))


def of_table(page):
    """(sum of areas, sum of who is on none, total) of the table of a map."""
    body, foot = page.content.decode().split("<tfoot>")[0], page.content.decode()
    areas = re.findall(r'<tr data-area[^>]*>.*?<td class="num">([\d,]+)</td>', body, re.S)
    rest = re.findall(
        r'<td class="num">([\d,]+)</td>', foot.split("<tfoot>")[1].split("</tfoot>")[0]
    )
    counts = [whole(each) for each in rest if "%" not in each]
    return sum(map(whole, areas)), sum(counts[:-1]), counts[-1]


def of_tiles(client, side, asked, zoom):
    """How many organizations all tiles of a zoom show together."""
    shown = 0
    for x in range(2**zoom):
        for y in range(2**zoom):
            answer = client.get(f"/map/{side}/{zoom}/{x}/{y}.mvt", asked)
            layers = mapbox_vector_tile.decode(answer.content) if answer.content else {}
            found = layers.get("organizations", {"features": []})["features"]
            shown += sum(each["properties"]["n"] for each in found)
    return shown


@given(
    asked=ASKED,
    shown=st.sampled_from([each.slug for each in THEMES]),
    zoom=st.integers(0, 2),
)
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_map_table_tiles_and_directory_agree(client, directory, asked, shown, zoom):
    expected = len(from_database(understood(asked)))
    listed = client.get("/en/directory/", asked)
    assert whole(seen(listed, "span", "total")[0].split()[0]) == expected
    page = client.get("/en/map/", {**asked, "show": shown})
    headline = seen(page, "h2", "map-heading")[0]
    on_map, total = map(whole, re.search(r"([\d,]+) of ([\d,]+) organizations", headline).groups())
    assert total == expected
    if on_map:
        areas, beside, foot = of_table(page)
        assert (on_map + beside, foot) == (expected, expected)
        # Nobody here has two hometowns, so that no one counts twice.
        assert areas == on_map
    if shown == "places":
        assert of_tiles(client, "here", asked, zoom) == on_map
