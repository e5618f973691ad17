"""What is in a generation, columns and words: written whole, advanced by what changed, opened."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from oriundo.insight.atlas import columns, text
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.row import Row

Numbered = tuple[int, Row]
_COLUMNS, _TEXT = "columns", "text"
_AT_ONCE = 2_000


class NotWritten(OSError):
    """The process that writes the words died."""


def write(folder: Path, rows: Iterable[Numbered], *, many: bool = False) -> int:
    """Write all rows with their serials; how many there were.

    `many`: rows are not held, and their words are written by another process meanwhile.
    """
    if not many:
        kept = list(rows)
        columns.write(kept, folder / _COLUMNS)
        text.create(folder / _TEXT, kept)
        return len(kept)
    count = _Count()
    with _elsewhere(folder / _TEXT) as send:
        columns.write(count.of(_passed_on(rows, send)), folder / _COLUMNS)
    return count.number


def advance(old: Path, folder: Path, gone: Collection[str], new: Sequence[Numbered]) -> int:
    """Write what is in `old` without those `gone` (public identifiers) and with `new`; how many
    organizations that makes."""
    before = Columns.open(old / _COLUMNS)
    serials = {serial for public_id in gone if (serial := before.serial_of(public_id)) is not None}
    columns.advance(before, gone, new, folder / _COLUMNS)
    text.advance(old / _TEXT, folder / _TEXT, serials, new)
    return Columns.open(folder / _COLUMNS).size


def opened(folder: Path, manifest: Mapping[str, Any] | None = None) -> Atlas:
    return Atlas.open(folder, manifest)


class _Count:
    number = 0

    def of(self, rows: Iterable[Numbered]) -> Iterator[Numbered]:
        for row in rows:
            self.number += 1
            yield row


def _passed_on(
    rows: Iterable[Numbered], send: Callable[[list[Numbered]], None]
) -> Iterator[Numbered]:
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        send(some)
        yield from some


@contextmanager
def _elsewhere(folder: Path) -> Iterator[Callable[[list[Numbered]], None]]:
    """Rows that are sent are written by another process, which is done at the end of the block."""
    # Not a copy of this process, which holds a database open.
    context = multiprocessing.get_context("spawn")
    there, here = context.Pipe(duplex=False)
    process = context.Process(target=_write_text, args=(folder, there), daemon=True)
    process.start()
    there.close()
    try:
        yield here.send
        here.send([])
        process.join()
    except BrokenPipeError as error:
        raise NotWritten(folder) from error
    finally:
        here.close()
        process.kill()
        process.join()
    if process.exitcode:
        raise NotWritten(folder)


def _write_text(folder: Path, given: Connection) -> None:
    text.create(folder, _received(given))


def _received(given: Connection) -> Iterator[Numbered]:
    while some := given.recv():
        yield from some
