"""The page of the base map, its tiles in pieces, its style; without script, and before setup."""

from __future__ import annotations

import json
from contextlib import closing

import pytest
from django.core.handlers.base import BaseHandler

from oriundo.base.places.basemap.archive import OURS, PROTOMAPS, UnusableTiles
from oriundo.interfaces.web.maps import drawn, tiles
from oriundo.interfaces.web.maps.style import style
from tests.base.places.archives import write
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh():
    """Forget what is served and drawn, before and after a test that changes it."""
    tiles.served.cache_clear()
    drawn.ground.cache_clear()
    yield
    tiles.served.cache_clear()
    drawn.ground.cache_clear()


def base():
    (found,) = (each for each in tiles.served() if each.source == "base")
    return found


def test_a_part_of_the_tiles_is_sent_alone(client):
    answer = client.get(base().address, headers={"range": "bytes=0-6"})
    with closing(answer):
        assert (answer.status_code, answer.getvalue()) == (206, b"PMTiles")
        size = base().path.stat().st_size
        assert answer.headers["Content-Range"] == f"bytes 0-6/{size}"
        assert answer.headers["Content-Length"] == "7"


def test_a_part_from_the_middle_and_one_to_the_end_are_right(client):
    content = base().path.read_bytes()
    for asked, part in (("100-199", content[100:200]), ("-5", content[-5:])):
        with closing(client.get(base().address, headers={"range": f"bytes={asked}"})) as answer:
            assert answer.getvalue() == part


def test_a_part_beyond_the_end_is_refused(client):
    with closing(client.get(base().address, headers={"range": "bytes=999999999-"})) as answer:
        assert answer.status_code == 416


def test_tiles_have_their_type_are_not_packed_again_and_may_be_kept(client):
    headers = {"accept-encoding": "gzip, br"}
    with closing(client.get(base().address, headers=headers)) as answer:
        assert answer.headers["Content-Type"] == "application/vnd.pmtiles"
        assert "Content-Encoding" not in answer.headers
        assert answer.headers["Cache-Control"].endswith("immutable")
        assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]


def test_only_the_address_with_the_digest_leads_to_the_tiles(client):
    assert client.get("/map/base-000000000000.pmtiles").status_code == 404


def test_boundaries_are_served_as_geojson(client):
    with closing(client.get("/static/map/admin1.geojson")) as answer:
        assert answer.headers["Content-Type"] == "application/geo+json"


@pytest.mark.parametrize(
    ("path", "heading", "disclaimer"),
    [
        ("/es/mapa-base/", "Mapa base", "no implican apoyo ni aceptación oficial"),
        ("/en/base-map/", "Base map", "do not imply official endorsement"),
    ],
)
def test_the_page_shows_a_drawn_map_with_its_sources_and_the_disclaimer(
    client, path, heading, disclaimer
):
    page = client.get(path)
    assert cast.seen(page, "h1") == [heading]
    (notes,) = cast.seen(page, "figcaption", "map-notes")
    assert ("GeoNames (CC BY 4.0)" in notes, disclaimer in notes) == (True, True)
    drawn_as = ["land", "water", "division", "country"]
    assert cast.attributes(page, "path", "class")[1:] == drawn_as


@pytest.mark.parametrize(
    ("path", "title", "city"),
    [
        ("/es/mapa-base/?view=los-angeles", "Mapa: Los Ángeles", "Los Ángeles"),
        ("/en/base-map/?view=mexico", "Map: Mexico", "Mexico City"),
        ("/en/base-map/?view=nowhere", "Map: North and Central America", "Chicago"),
    ],
)
def test_without_script_links_lead_to_parts_of_the_map(client, path, title, city):
    page = client.get(path)
    assert title in cast.seen(page, "title")
    assert city in cast.seen(page, "text")


def test_before_setup_has_drawn_it_the_page_says_so(client, settings, tmp_path, fresh):
    settings.MAP = tmp_path
    page = client.get("/en/base-map/")
    assert cast.seen(page, "p", "notice") == ["The map has not been drawn on this machine yet."]
    assert cast.attributes(page, "path", "class") == ["path"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_style_names_things_in_its_language_and_asks_nobody_else(client, language, scheme):
    text = client.get(f"/map/style-{language}-{scheme}.json").content.decode()
    made = json.loads(text)
    fields = {
        json.dumps(each["layout"]["text-field"])
        for each in made["layers"]
        if each["type"] == "symbol"
    }
    assert fields == {json.dumps(["get", language])}
    assert made["sources"]["base"]["url"] == f"pmtiles://{base().address}"
    assert ("http" in text, "@" in text, "glyphs" in made, "sprite" in made) == (False,) * 4


def test_both_sets_of_colors_draw_the_same_layers():
    light, dark = (style(scheme, "es", tiles.served()) for scheme in ("light", "dark"))
    assert [each["id"] for each in light["layers"]] == [each["id"] for each in dark["layers"]]
    assert light != dark


@pytest.mark.parametrize("name", ["style-fr-light", "style-es-blue"])
def test_other_styles_are_not_there(client, name):
    assert client.get(f"/map/{name}.json").status_code == 404


def test_a_street_map_of_the_operators_is_drawn_over_the_base_map(settings, tmp_path, fresh):
    settings.BASEMAP = write(tmp_path / "streets.pmtiles", PROTOMAPS)
    assert [each.source for each in tiles.served()] == ["base", "streets"]
    made = style("light", "es", tiles.served())
    drawn_over = [each["id"] for each in made["layers"] if each.get("source") == "streets"]
    assert len(drawn_over) == 5
    assert made["sources"]["streets"]["url"].startswith("pmtiles:///map/streets-")


def test_a_base_map_of_the_operators_stands_in_the_place_of_ours(client, settings, tmp_path, fresh):
    settings.BASEMAP = write(tmp_path / "own.pmtiles", OURS)
    (only,) = tiles.served()
    assert (only.source, only.path) == ("base", settings.BASEMAP)
    with closing(client.get(only.address, headers={"range": "bytes=0-6"})) as answer:
        assert answer.getvalue() == b"PMTiles"


def test_a_file_that_no_map_draws_stops_the_site(settings, tmp_path, fresh):
    settings.BASEMAP = write(tmp_path / "other.pmtiles", {"buildings"})
    with pytest.raises(UnusableTiles):
        BaseHandler().load_middleware()
