"""Text with separators: CSV, TSV and what people call CSV."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, repeat

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.formats import encodings, headers
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.tables import Table, check_width, named, numbered
from oriundo.collect.sources.limits import Limits

DELIMITERS = (",", ";", "\t", "|", "^", "~")
SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 200_000
_SEP_LINE = re.compile(r"^\ufeff*\"?sep=(.)\"?\s*$", re.IGNORECASE)

Cells = tuple[list[str], tuple[Fault, ...]]

# The csv module refuses cells over 131,072 characters for the whole process. Our own limit is
# checked cell by cell, names the row, and a file's size bounds a cell's.
csv.field_size_limit(1 << 30)


def read_delimited(given: Given, *, limits: Limits) -> Table:
    """The table in a text file: encoding, separator and header row are found, and stated."""
    with given.open() as stream:
        encoding = encodings.detected(stream)
    sample = "".join(islice(_lines(given, encoding), SAMPLE_LINES))[:_SAMPLE_CHARACTERS]
    told = _SEP_LINE.match(sample.partition("\n")[0])
    delimiter = told.group(1) if told else _delimiter(sample)
    width = _usual_width(sample, delimiter)
    rows = _rows(given, encoding, delimiter, skip=1 if told else 0)
    first = list(islice(rows, SAMPLE_LINES))
    for number, cells in enumerate(first, start=1):
        check_width(_without_tail(cells), row=number, limits=limits, file=given.name)
    found = headers.found([_fitted(cells, width, delimiter)[0] for cells in first])
    names = named(chain(found.cells, repeat("", width - len(found.cells))))
    data = chain(first[found.rows :], rows)
    fitted = (_fitted(cells, len(names), delimiter) for cells in data)
    table = Table(
        headers=names,
        rows=numbered(fitted, names, limits=limits, file=given.name),
        format="csv" if delimiter != "\t" else "tsv",
        encoding=encoding,
        delimiter=delimiter,
        notes=found.notes,
    )
    _note_encoding(table, given)
    return table


def _note_encoding(table: Table, given: Given) -> None:
    if table.encoding in ("cp1252", "mac_roman", "cp850"):
        table.notes.append(Fault("encoding-guessed", value=table.encoding))
    if not table.encoding.startswith(("utf-16", "utf-32")):
        with given.open() as stream:
            if any(b"\0" in chunk for chunk in iter(lambda: stream.read(1 << 20), b"")):
                table.notes.append(Fault("nul-removed"))


def _lines(given: Given, encoding: str) -> Iterator[str]:
    """Lines as they stand, any kind of line end kept; NUL and a second BOM left out."""
    stream = given.open()
    # Replace: a byte that cp1252 does not define reads as U+FFFD instead of failing.
    with io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text:
        for number, line in enumerate(text):
            if number == 0:
                line = line.lstrip("\ufeff")
            yield line.replace("\0", "") if "\0" in line else line


class _Watched:
    """Lines on their way to the parser; `ended` once it has asked for one more than there are."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        yield from self._lines
        self.ended = True


def _rows(given: Given, encoding: str, delimiter: str, *, skip: int = 0) -> Iterator[list[str]]:
    """Rows of cells; lines without a character are no rows.

    UnreadableFile when a quotation mark is never closed: it would swallow the rest of the file.
    """
    watched = _Watched(islice(_lines(given, encoding), skip, None))
    reader = csv.reader(watched, delimiter=delimiter or ",")
    line = skip
    for cells in reader:
        # The parser hands a row over at its line's end, so it asks for a line beyond the last
        # one only from inside quotation marks.
        if watched.ended:
            raise UnreadableFile(
                "quote-never-closed",
                file=given.name,
                row=line + 1,
                column=str(len(cells)),
                value=cells[-1][:80].partition("\n")[0].strip(),
            )
        line = skip + reader.line_num
        if cells:
            yield cells


def _delimiter(sample: str) -> str:
    """The separator that cuts the most rows into the same number of cells; "" when none does."""
    best, best_score = "", 0.0
    for delimiter in DELIMITERS:
        widths = _widths(sample, delimiter)
        if not widths:
            continue
        usual, times = widths.most_common(1)[0]
        if usual == 1:
            # Titles above the table and rows cut otherwise may outnumber the rows of the table.
            several = Counter({w: n for w, n in widths.items() if w > 1})
            usual, times = several.most_common(1)[0] if several else (1, 0)
        score = times / widths.total() * (1 + min(usual, 20) / 100) if usual > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best if best_score > 0.2 else ""


def _usual_width(sample: str, delimiter: str) -> int:
    widths = _widths(sample, delimiter) if delimiter else Counter()
    several = Counter({w: n for w, n in widths.items() if w > 1})
    return several.most_common(1)[0][0] if several else 1


def _widths(sample: str, delimiter: str) -> Counter[int]:
    """How many rows of the sample have how many cells."""
    lines = io.StringIO(sample, newline="")
    return Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))


def _without_tail(cells: list[str]) -> list[str]:
    """The cells without the empty ones at the end."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _fitted(cells: list[str], width: int, delimiter: str) -> Cells:
    """The cells of a row, made to fit the header where that is certain, else with a fault."""
    if len(cells) == width:
        return cells, ()
    if len(cells) < width:
        return _cut_otherwise(cells, width, delimiter)
    kept = _without_tail(cells)
    if len(kept) <= width:
        return kept, ()
    rejoined = _rejoined(kept, delimiter)
    if len(rejoined) == width:
        return rejoined, (Fault("cells-rejoined", value=delimiter.join(kept)),)
    return cells, (Fault("row-too-long", value=delimiter.join(kept), refused=True),)


def _cut_otherwise(cells: list[str], width: int, delimiter: str) -> Cells:
    """A row shorter than the header: cut by another separator if exactly that makes it fit."""
    whole = delimiter.join(cells)
    if "\n" in whole or "\r" in whole:
        return cells, ()
    for other in DELIMITERS:
        if other != delimiter and other in whole:
            again = next(csv.reader([whole], delimiter=other), [])
            if len(again) == width:
                return again, (Fault("other-delimiter", value=other),)
    return cells, ()


def _rejoined(cells: list[str], delimiter: str) -> list[str]:
    """Cells that begin with a space put back onto the one before: "Club Azteca, Inc"."""
    joined: list[str] = []
    for cell in cells:
        if joined and cell.startswith(" "):
            joined[-1] += delimiter + cell
        else:
            joined.append(cell)
    return joined
