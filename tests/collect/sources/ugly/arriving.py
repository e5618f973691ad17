"""Reading a file as it arrives, and what is in most of them."""

from __future__ import annotations

import pytest

from oriundo.collect.sources.formats.files import read_given
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.reading import Given, UnreadableFile, read_drafts

TWO = [
    {"nombre": "Club Azteca", "ciudad": "Chicago"},
    {"nombre": "Club Jalisco", "ciudad": "Dallas"},
]
ONE = TWO[:1]
HEADER = ("nombre", "ciudad")
SMALL = Limits(file_bytes=3_000_000, rows=1_000)


def given(content, name="list.csv"):
    return Given(name, content=content if isinstance(content, bytes) else content.encode())


def read(content):
    """(rows, codes of what was noted) of a file that can be read."""
    table = read_given(given(content), limits=SMALL)
    rows = list(table.rows)
    codes = [fault.code for fault in table.notes]
    codes += [fault.code for row in rows for fault in row.faults]
    return [row.cells for row in rows if row.cells], codes


def refused(content, code, values):
    """That a file is refused with this error, which names the file in English."""
    with pytest.raises(UnreadableFile) as raised:
        read_drafts(given(content), limits=SMALL)
    error = raised.value
    assert (error.code, {name: error.values[name] for name in values}) == (code, values)
    assert error.in_english().startswith(("list.csv ", "The ", "the "))
