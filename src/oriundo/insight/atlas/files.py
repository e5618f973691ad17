"""What is in a generation: written whole, advanced by what changed, opened."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable
from pathlib import Path

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.row import Row

Numbered = tuple[int, Row]


def write(folder: Path, rows: Iterable[Numbered]) -> int:
    """Write all rows with their serials; how many there were."""
    kept = list(rows)
    (folder / "rows").write_bytes(pickle.dumps(kept))
    return len(kept)


def advance(old: Path, folder: Path, gone: Collection[str], new: Iterable[Numbered]) -> int:
    """Write what is in `old` without those `gone` (public identifiers) and with `new`."""
    kept = pickle.loads((old / "rows").read_bytes())
    return write(folder, [*((s, r) for s, r in kept if r.public_id not in gone), *new])


def opened(folder: Path) -> Atlas:
    kept = pickle.loads((folder / "rows").read_bytes())
    return Atlas([row for _, row in kept])
