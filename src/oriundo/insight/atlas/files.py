"""What is in a generation, columns and words: written whole, advanced by what changed, opened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from oriundo.insight.atlas import columns, text
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.row import Row

Numbered = tuple[int, Row]
_COLUMNS, _TEXT = "columns", "text"


def write(folder: Path, rows: Iterable[Numbered]) -> int:
    """Write all rows with their serials; how many there were."""
    kept = list(rows)
    columns.write(kept, folder / _COLUMNS)
    text.create(folder / _TEXT, kept)
    return len(kept)


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
