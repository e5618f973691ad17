"""KML: one row a placemark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.tables import Row, Table, check_width, numbered
from oriundo.collect.sources.limits import Limits

_PLAIN = ("name", "description", "address", "phoneNumber", "Snippet")
_SHAPES = ("LineString", "Polygon", "MultiGeometry", "LinearRing", "Model", "Track")

Placemark = tuple[dict[str, str], tuple[Fault, ...]]


def read_kml(given: Given, *, limits: Limits) -> Table:
    """The placemarks of a KML file: name, description, extended data, and `lat`, `lon` of points.

    The file is read twice, so that headers come before rows and no more than a row is held.
    """
    headers: dict[str, None] = {}
    for cells, _ in _placemarks(given):
        headers.update(dict.fromkeys(cells))
    if not headers:
        raise UnreadableFile("no-placemarks", file=given.name)
    names = tuple(headers)
    check_width(names, row=0, limits=limits, file=given.name)
    return Table(names, _rows(given, names, limits), "kml", encoding="utf-8")


def _rows(given: Given, names: tuple[str, ...], limits: Limits) -> Iterator[Row]:
    grid = (([cells.get(n, "") for n in names], faults) for cells, faults in _placemarks(given))
    return numbered(grid, names, limits=limits, file=given.name)


def _placemarks(given: Given) -> Iterator[Placemark]:
    with given.open() as stream:
        try:
            yield from _walk(stream)
        except DefusedXmlException as error:
            raise UnreadableFile(
                "xml-entities", file=given.name, value=type(error).__name__
            ) from error
        except ParseError as error:
            raise UnreadableFile("xml-damaged", file=given.name, value=str(error)) from error


def _walk(stream: BinaryIO) -> Iterator[Placemark]:
    for _, element in iterparse(stream, forbid_dtd=True):
        if _local(element) == "Placemark":
            yield _read(element)
            element.clear()


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _read(placemark: Element) -> Placemark:
    cells: dict[str, str] = {}
    faults: tuple[Fault, ...] = ()
    if placemark.get("id"):
        cells["id"] = placemark.get("id", "")
    for element in placemark.iter():
        name, text = _local(element), (element.text or "").strip()
        if name in _PLAIN and text:
            cells.setdefault(name, text)
        elif name == "Data":
            value = next((e.text or "" for e in element if _local(e) == "value"), "")
            cells[element.get("name") or "data"] = value
        elif name == "SimpleData":
            cells[element.get("name") or "data"] = text
        elif name == "Point":
            cells.update(_point(element))
        elif name in _SHAPES:
            faults = (Fault("not-a-point", "geometry", name),)
    return cells, faults


def _point(point: Element) -> dict[str, str]:
    """KML writes longitude first."""
    text = next((e.text or "" for e in point if _local(e) == "coordinates"), "")
    parts = text.strip().split(",")
    return {"lat": parts[1].strip(), "lon": parts[0].strip()} if len(parts) >= 2 else {}
