"""JSON: an array, an object with one list, JSON Lines, or GeoJSON; nested values made flat."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Protocol

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.formats import encodings
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.tables import Row, Table, check_width
from oriundo.collect.sources.limits import Limits

Flat = dict[str, str]
_DIGITS = re.compile(r"[\d.+eE-]*")


class ReadItem(Protocol):
    """How one item of a list becomes a row."""

    def __call__(self, number: int, value: object, /) -> Row: ...


class _TooDeep(Exception):
    """A row nests deeper than the limit."""


def looks_like_json(start: str) -> bool:
    """Whether text that begins so is JSON: a list, or an object whose first key is quoted."""
    rest = start[1:].lstrip()
    return (start.startswith("{") and rest[:1] in ('"', "}", "")) or (
        start.startswith("[") and (rest[:1] in '{["]-' or rest[:1].isdigit() or not rest)
    )


def read_json(given: Given, *, limits: Limits) -> Table:
    """The rows of a JSON file. Keys become headers in the order in which they first appear."""
    with given.open() as stream:
        encoding = encodings.detected(stream)
    reader = _Reader(given, encoding, limits)
    return reader.lines() if reader.has_lines() else reader.whole()


class _Reader:
    """One JSON file: its text, its limits, and what was noted on the way."""

    def __init__(self, given: Given, encoding: str, limits: Limits) -> None:
        self.given, self.encoding, self.limits = given, encoding, limits
        self.notes: list[Fault] = []

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(self.given.open(), self.encoding, errors="replace")

    def _parse(self, text: str) -> object:
        # Numbers stay text: the source's own spelling, and no digits lost.
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=self._no_number)

    def _no_number(self, name: str) -> None:
        if not self.notes:
            self.notes.append(Fault("not-a-number", value=name))

    def has_lines(self) -> bool:
        """Whether the first line is an object by itself and is not the whole file."""
        with self._text() as text:
            lines = (line.strip("\ufeff \t\r\n") for line in text)
            filled = (line for line in lines if line)
            first, second = next(filled, ""), next(filled, "")
        try:
            return isinstance(self._parse(first), dict) and second.startswith(("{", "["))
        except (ValueError, RecursionError):
            # Not an object by itself: an object over several lines, or a broken first line
            # of many that begin like objects.
            return first.endswith("}") and second.startswith("{")

    # JSON Lines.

    def lines(self) -> Table:
        """A table of one object a line: read twice, so that headers come before rows."""
        headers: dict[str, None] = {}
        for row in self._line_rows():
            headers.update(dict.fromkeys(row.cells))
        return self._table(tuple(headers), self._line_rows(), "json-lines")

    def _line_rows(self) -> Iterator[Row]:
        number = 0
        with self._text() as text:
            for line in text:
                line = line.strip("\ufeff \t\r\n")
                if line:
                    number += 1
                    yield self._line_row(number, line)

    def _line_row(self, number: int, line: str) -> Row:
        try:
            value = self._parse(line)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            return Row(number, {}, (Fault("row-not-json", value=line, refused=True),))
        return self._row(number, value)

    # One document.

    def whole(self) -> Table:
        """A table of the one list in the document."""
        document = self._document()
        if isinstance(document, dict) and document.get("type") == "FeatureCollection":
            return self._features(document)
        return self._listed(self._items(document), self._row, "json")

    def _listed(self, items: list[object], read: ReadItem, form: str) -> Table:
        """A table of the items: read twice, so that flat rows are not held beside the document."""
        read_once = (read(number, item) for number, item in enumerate(items, start=1))
        headers = dict.fromkeys(chain.from_iterable(row.cells for row in read_once))

        def rows() -> Iterator[Row]:
            for index, item in enumerate(items):
                items[index] = None
                yield read(index + 1, item)

        return self._table(tuple(headers), rows(), form)

    def _document(self) -> object:
        with self._text() as text:
            content = text.read().lstrip("\ufeff")
        try:
            return self._parse(content)
        except RecursionError as error:
            raise self._refused("json-too-deep", limit=self.limits.json_depth) from error
        except json.JSONDecodeError as error:
            raise self._refused("json-damaged", row=error.lineno, value=error.msg) from error
        except ValueError as error:  # a number of thousands of digits
            raise self._refused("json-damaged", row=1, value=str(error)) from error

    def _items(self, document: object) -> list[object]:
        if isinstance(document, list):
            return document
        if not isinstance(document, dict):
            raise self._refused("json-no-list")
        lists = {k: v for k, v in document.items() if _is_list_of_objects(v)}
        if len(lists) > 1:
            raise self._refused("json-several-lists", value=", ".join(lists))
        if lists:
            return next(iter(lists.values()))
        if any(
            isinstance(value, str) and not _DIGITS.fullmatch(value) for value in document.values()
        ):
            return [document]
        raise self._refused("json-no-list")

    def _features(self, document: dict[str, object]) -> Table:
        features = document.get("features")
        if not isinstance(features, list):
            raise self._refused("json-no-list")
        return self._listed(features, self._feature, "geojson")

    def _feature(self, number: int, feature: object) -> Row:
        """Properties as cells; the feature's id and the coordinates of its point beside them."""
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(feature, dict) or not isinstance(properties, dict | None):
            return Row(number, {}, (Fault("row-not-json", value=str(feature), refused=True),))
        beside: dict[str, object] = {}
        faults: tuple[Fault, ...] = ()
        if isinstance(feature.get("id"), str):
            beside["id"] = feature["id"]
        geometry = feature.get("geometry")
        if isinstance(geometry, dict):
            place = geometry.get("coordinates")
            if geometry.get("type") == "Point" and isinstance(place, list) and len(place) >= 2:
                beside["lon"], beside["lat"] = place[0], place[1]
            else:
                faults = (Fault("not-a-point", "geometry", str(geometry.get("type"))),)
        properties = properties or {}
        for key, value in beside.items():
            properties = {**properties, f"geometry.{key}" if key in properties else key: value}
        row = self._row(number, properties)
        return Row(number, row.cells, row.faults + faults)

    # Rows.

    def _row(self, number: int, value: object) -> Row:
        if number > self.limits.rows:
            raise self._refused("too-many-rows", row=number, limit=self.limits.rows)
        if not isinstance(value, dict):
            return Row(number, {}, (Fault("row-not-json", value=str(value), refused=True),))
        cells: Flat = {}
        try:
            _flatten(value, "", cells, self.limits.json_depth)
        except _TooDeep as error:
            limit = self.limits.json_depth
            raise self._refused("json-too-deep", row=number, limit=limit) from error
        most = self.limits.cell_characters
        for key, cell in cells.items():
            if len(cell) > most:
                more = (("characters", len(cell)), ("limit", most))
                fault = Fault("cell-too-long", key, cell, refused=True, more=more)
                return Row(number, {}, (fault,))
        if not cells:
            return Row(number, {}, (Fault("row-empty", refused=True),))
        return Row(number, cells)

    def _table(self, headers: tuple[str, ...], rows: Iterator[Row], form: str) -> Table:
        check_width(headers, row=0, limits=self.limits, file=self.given.name)
        return Table(headers, rows, form, encoding=self.encoding, notes=self.notes)

    def _refused(
        self, code: str, *, row: int = 0, value: str = "", limit: int = 0
    ) -> UnreadableFile:
        return UnreadableFile(code, file=self.given.name, row=row, value=value, limit=limit)


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _flatten(value: object, name: str, cells: Flat, depth: int) -> None:
    """Write the scalars in `value` into `cells`: `contact.phone`; lists joined by "; "."""
    if depth < 0:
        raise _TooDeep
    if isinstance(value, dict):
        for key, inner in value.items():
            _flatten(inner, f"{name}.{key}" if name else key, cells, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _flatten(inner, name, cells, depth - 1)
    elif value is not None:
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        text = text.replace("\0", "").encode("utf-8", "replace").decode()
        if text.strip():
            cells[name] = f"{cells[name]}; {text}" if name in cells else text
