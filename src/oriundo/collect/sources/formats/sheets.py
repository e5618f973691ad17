"""A look at the raw cells of a sheet before it is parsed: how far it spans, which formulas failed.

A parser holds a sheet dense: two cells in opposite corners cost a gigabyte. And a parser gives
nothing where a formula has no stored result, which must not look like an empty cell.
"""

from __future__ import annotations

import re

from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.limits import Limits

_MOST_REMEMBERED = 10_000
_XLSX_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?f\b'
    rb"(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_CELL_END = re.compile(rb"</(?:\w+:)?row>")

Position = tuple[int, int]
"""(row, column) from 0."""


class XlsxCells:
    """Fed with the XML of a worksheet in chunks: `formulas` without a value, `errors`."""

    def __init__(self, *, file: str, limits: Limits) -> None:
        self._file, self._limits = file, limits
        self._carry = b""
        self.formulas: set[Position] = set()
        self.errors: set[Position] = set()
        self._low: Position = (1 << 30, 1 << 30)
        self._high: Position = (0, 0)

    def feed(self, chunk: bytes) -> None:
        """Look at the whole rows so far; UnreadableFile when they span too many cells."""
        markup = self._carry + chunk
        end = max((m.end() for m in _CELL_END.finditer(markup)), default=0)
        if not end and len(markup) > self._limits.columns * 4 * self._limits.cell_characters:
            end = len(markup)
        self._look(markup[:end])
        self._carry = markup[end:]

    def _look(self, markup: bytes) -> None:
        for letters, digits, attributes in _XLSX_CELL.findall(markup):
            position = (int(digits) - 1, column_number(letters))
            self._low = (min(self._low[0], position[0]), min(self._low[1], position[1]))
            self._high = (max(self._high[0], position[0]), max(self._high[1], position[1]))
            if b't="e"' in attributes and len(self.errors) < _MOST_REMEMBERED:
                self.errors.add(position)
        if b"f>" in markup or b"<f" in markup:
            for letters, digits in _FORMULA.findall(markup):
                if len(self.formulas) < _MOST_REMEMBERED:
                    self.formulas.add((int(digits) - 1, column_number(letters)))
        self._check_span()

    def _check_span(self) -> None:
        rows, columns = (self._high[i] - self._low[i] + 1 for i in (0, 1))
        check_span(rows, columns, file=self._file, limits=self._limits)


def column_number(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def check_span(rows: int, columns: int, *, file: str, limits: Limits) -> None:
    """UnreadableFile when a sheet of that span is not to be held."""
    if columns > limits.columns:
        raise UnreadableFile(
            "too-many-columns", file=file, row=1, value=columns, limit=limits.columns
        )
    if rows > limits.rows + 100:  # titles and header stand above the rows
        raise UnreadableFile("too-many-rows", file=file, row=rows, limit=limits.rows)
    if rows * max(columns, 0) > limits.cells:
        cells = rows * columns
        raise UnreadableFile("too-many-cells", file=file, value=cells, limit=limits.cells)


_ODS_TOKEN = re.compile(
    rb"<(?:table:)?(table-row|table-cell|covered-table-cell|table)\b([^<>]*?)(/?)>"
)
_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d{1,9})"')
_ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d{1,9})"')


class OdsCells:
    """Fed with the XML of an ODS document in chunks: counts what its repetitions expand to."""

    def __init__(self, *, file: str, limits: Limits) -> None:
        self._file, self._limits = file, limits
        self._carry = b""
        self._rows = self._width = self._at = self._repeat = self._filled = 0

    def feed(self, chunk: bytes) -> None:
        """Look at the whole tags so far; UnreadableFile when they expand to too many cells."""
        markup = self._carry + chunk
        end = markup.rfind(b">") + 1
        for kind, attributes, closed in _ODS_TOKEN.findall(markup[:end]):
            self._token(kind, attributes, closed)
        self._carry = markup[end:]

    def _token(self, kind: bytes, attributes: bytes, closed: bytes) -> None:
        if kind == b"table":
            self._rows = self._width = 0
        elif kind == b"table-row":
            self._at = self._filled = 0
            self._repeat = _times(_ROWS_REPEATED, attributes)
        else:
            self._at += _times(_COLUMNS_REPEATED, attributes)
            if not closed or b"value" in attributes:
                if not self._filled:
                    self._rows += self._repeat
                self._filled = self._at
                self._width = max(self._width, self._at)
                check_span(self._rows, self._width, file=self._file, limits=self._limits)


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found.group(1)) if found else 1
