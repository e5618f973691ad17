"""From a file to drafts: the one function that the command line and the importer call."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from oriundo.base.core.language import gettext_noop as _
from oriundo.base.core.never_store import forbidden_header
from oriundo.collect.sources.coarsening import (
    HOME,
    at_home,
    coarsened,
    is_home,
    known_by,
    without_values,
)
from oriundo.collect.sources.drafts import Draft, Trouble
from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.files import read_given, read_table, read_text
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.tables import Row, Table
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping.guessing import SAMPLE_ROWS, guess_mapping
from oriundo.collect.sources.mapping.model import InvalidMapping, Mapping, fitted
from oriundo.collect.sources.rows import RowReader

__all__ = [
    "Given",
    "Reading",
    "Row",
    "Table",
    "UnreadableFile",
    "read_drafts",
    "read_table",
    "read_text",
]

LONGEST_ID = 150


@dataclass(slots=True)
class Reading:
    """What a file gave: rows_read == len(drafts) + refused, always.

    `mapping` is the one used: every column of the file stands in it, under a field or in
    `ignore`; `guessed` says that nobody gave it.
    """

    source: str
    mapping: Mapping
    guessed: bool
    headers: tuple[str, ...]
    format: str
    encoding: str
    delimiter: str
    sheet: str
    drafts: list[Draft] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    rows_read: int = 0

    @property
    def refused(self) -> int:
        """Rows that were set aside; each has exactly one trouble that says `refused`."""
        return sum(1 for trouble in self.troubles if trouble.refused)


def read_drafts(
    given: Path | Given,
    *,
    source: str | None = None,
    mapping: Mapping | None = None,
    limits: Limits | None = None,
    sheet: str = "",
    homes: bool = False,
    coarse: Collection[str] = (),
) -> Reading:
    """The drafts in a file, and everything in it that was not understood.

    `source` is the file's name unless given; `mapping` is guessed unless given. UnreadableFile
    when the whole file is refused, InvalidMapping when the mapping does not fit or no column
    holds the name. The file is read once and each row is held once.

    Of rows that say that their address is a home, of all with `homes`, and of those with an
    identifier in `coarse` (of those without one, a name), only a cell or a town is read.
    """
    opened = open_table(given, mapping=mapping, limits=limits, sheet=sheet)
    used = at_home(opened.mapping) if homes else opened.mapping
    reading = Reading(
        source=source or opened.name,
        mapping=used,
        guessed=mapping is None,
        headers=opened.table.headers,
        format=opened.table.format,
        encoding=opened.table.encoding,
        delimiter=opened.table.delimiter,
        sheet=opened.table.sheet,
    )
    _fill(reading, opened.rows, opened.forbidden, frozenset(coarse))
    # Some notes (NaN in JSON) are made while the rows are walked through.
    notes = [*opened.table.notes, *opened.notes]
    reading.troubles[:0] = [note.as_trouble(source=reading.source, row=0) for note in notes]
    return reading


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose columns are known: its table, the mapping to use and what to say about it, the
    headers that are never read, and its rows, which can be walked through once."""

    name: str
    table: Table
    mapping: Mapping
    notes: list[Fault]
    forbidden: frozenset[str]
    rows: Iterator[Row]


def open_table(
    given: Path | Given,
    *,
    mapping: Mapping | None = None,
    limits: Limits | None = None,
    sheet: str = "",
) -> Opened:
    """The file's table and the mapping for it, guessed from its first rows unless given.

    Raises as `read_drafts` does.
    """
    given = Given.at(given) if isinstance(given, Path) else given
    table = read_given(given, limits=limits, sheet=sheet)
    first = list(islice(table.rows, SAMPLE_ROWS))
    if not first:
        raise UnreadableFile("no-rows", file=given.name)
    forbidden = {h: reason for h in table.headers if (reason := forbidden_header(h)) is not None}
    used, notes = _mapping_for(table, first, mapping, forbidden, given.name)
    return Opened(given.name, table, used, notes, frozenset(forbidden), chain(first, table.rows))


def _mapping_for(
    table: Table,
    first: list[Row],
    given: Mapping | None,
    forbidden: dict[str, str],
    file: str,
) -> tuple[Mapping, list[Fault]]:
    """The mapping to use, complete and without forbidden columns, and what to say about it."""
    notes = [Fault("never-stored", header, reason) for header, reason in forbidden.items()]
    if given is None:
        used = guess_mapping(table.headers, [row.cells for row in first])
    else:
        used = _without(fitted(given, table.headers, file=file), set(forbidden))
        mentioned = used.mentioned()
        missing = [h for h in table.headers if h not in mentioned and h not in forbidden]
        notes += [Fault("column-ignored", header) for header in missing]
        ignored = {*used.ignore, *missing, *forbidden}
        used = replace(used, ignore=tuple(h for h in table.headers if h in ignored))
    if "name" not in used.columns and "name" not in used.constants:
        raise InvalidMapping(
            _("No column of %(file)s was found to hold the organization's name."),
            remedy=_("Write a mapping with a line `name: column`. The columns are: %(known)s."),
            values={"file": file, "known": ", ".join(table.headers)},
        )
    return used, notes


def _without(mapping: Mapping, forbidden: set[str]) -> Mapping:
    """The mapping without the forbidden columns, and without fields that have no other."""
    kept = {
        name: tuple(column for column in columns if column not in forbidden)
        for name, columns in mapping.columns.items()
    }
    return replace(mapping, columns={name: columns for name, columns in kept.items() if columns})


def _fill(
    reading: Reading, rows: Iterator[Row], forbidden: frozenset[str], coarse: frozenset[str]
) -> None:
    """Read every row into a draft or a refusal."""
    reader = RowReader(reading.mapping)
    seen: dict[str, int] = {}
    for row in rows:
        reading.rows_read += 1
        faults = list(row.faults)
        # What cannot be read may be a home wherever some are.
        hides = HOME in reading.mapping.columns or HOME in reading.mapping.constants
        if row.cells:
            cells = row.cells
            if forbidden:
                cells = {h: c for h, c in cells.items() if h not in forbidden}
            hides = is_home(reading.mapping, cells)
            draft = _draft(reading.source, row.number, cells, reader, seen, faults)
            hides = hides or (draft is not None and known_by(draft) in coarse)
            if draft is not None:
                reading.drafts.append(coarsened(draft, reading.mapping) if hides else draft)
        elif not any(fault.refused for fault in faults):
            faults.append(Fault("row-empty", refused=True))
        for fault in without_values(faults) if hides else faults:
            reading.troubles.append(fault.as_trouble(source=reading.source, row=row.number))


def _draft(
    source: str,
    number: int,
    cells: dict[str, str],
    reader: RowReader,
    seen: dict[str, int],
    faults: list[Fault],
) -> Draft | None:
    """The draft of a row; None, with the one fault that refuses it, when it has no name."""
    read, wrong = reader.read(cells)
    if "name" not in read:
        faults.append(Fault("no-name", refused=True))
        return None
    faults.extend(wrong)
    record_id = _own_id(reader.record_id(cells), number, seen, faults)
    return Draft(source=source, record_id=record_id, row=number, raw=cells, **read)  # type: ignore[arg-type]


def _own_id(given: str, number: int, seen: dict[str, int], faults: list[Fault]) -> str:
    """The identifier of the row, different from all before it: its own, or the row's number.

    A repeated one is kept as `identifier#row` and reported, so that no row is lost.
    """
    if len(given) > LONGEST_ID:
        faults.append(Fault("id-too-long", value=given))
        given = ""
    record_id = given or str(number)
    if record_id in seen:
        renamed = f"{record_id}#{number}"
        more = (("first", seen[record_id]), ("renamed", renamed))
        faults.append(Fault("id-repeated", value=record_id, more=more))
        record_id = renamed
    seen[record_id] = number
    return record_id
