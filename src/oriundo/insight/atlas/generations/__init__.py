"""The files of the atlas on disk: generations, of which one is in use.

    <folder>/current            the name of the generation in use
    <folder>/00000007/          one generation, never changed: manifest.json and its files
    <folder>/building-…/        one that is being written; killed, it is swept away by the next
    <folder>/*.lock             who builds, who swaps

`Store(folder)` finds, finishes, points at and prunes them; `Draft` is one that is being written.
"""

from __future__ import annotations

from oriundo.insight.atlas.generations.checking import Damaged, damages
from oriundo.insight.atlas.generations.locks import Busy, held
from oriundo.insight.atlas.generations.manifest import FORMAT, Ahead, Manifest, Mark
from oriundo.insight.atlas.generations.store import Generation, Store

__all__ = [
    "FORMAT",
    "Ahead",
    "Busy",
    "Damaged",
    "Generation",
    "Manifest",
    "Mark",
    "Store",
    "damages",
    "held",
]
