"""The names of the cities and hometowns that organizations have, as people begin to type them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.text import fold
from oriundo.base.places.gazetteer import gazetteer
from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.text.postings import mapped
from oriundo.insight.atlas.text.vocabulary import Bytes, ranges_of

Sort = Literal["city", "hometown"]
SORTS: tuple[Sort, ...] = get_args(Sort)
LONGEST_FORM = 40
_FORM = np.dtype(f"S{LONGEST_FORM}")
_KEY = np.dtype("S24")
_LEAST = 3
_LANGUAGES = ("es", "en")
_FILES = ("place-forms", "place-keys", "place-sorts")


@dataclass(frozen=True, slots=True)
class Places:
    """Entries in the order of their forms: a folded name, or the end of one from a word on
    ("angeles"); the key of the place; the number of its sort among SORTS."""

    forms: Bytes
    keys: Bytes
    sorts: NDArray[np.uint8]

    @classmethod
    def of(cls, places: Iterable[tuple[Sort, str]]) -> Places:
        """The entries of (sort, key) pairs; a key that the gazetteer does not know has none."""
        entries = sorted(entry for sort, key in places for entry in _entries(sort, key))
        columns = list(zip(*entries, strict=True)) or [(), (), ()]
        return cls(
            np.array(columns[0], dtype=_FORM),
            np.array(columns[1], dtype=_KEY),
            np.array(columns[2], dtype=np.uint8),
        )

    @classmethod
    def open(cls, folder: Path) -> Places:
        return cls(*(mapped(folder / f"{name}.npy") for name in _FILES))

    def save(self, folder: Path) -> None:
        for name, values in zip(_FILES, (self.forms, self.keys, self.sorts), strict=True):
            np.save(folder / f"{name}.npy", values, allow_pickle=False)

    def joined(self, places: Iterable[tuple[Sort, str]]) -> Places:
        """These and others, of which some may be among them."""
        new = Places.of(pair for pair in places if not self._has(*pair))
        at = np.searchsorted(self.forms, new.forms)
        return Places(
            np.insert(self.forms, at, new.forms),
            np.insert(self.keys, at, new.keys),
            np.insert(self.sorts, at, new.sorts),
        )

    def _has(self, sort: Sort, key: str) -> bool:
        same = self.keys == key.encode()
        return bool((self.sorts[same] == SORTS.index(sort)).any())

    def beginning(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """The numbers of the entries that begin with one of the folded texts."""
        found = [np.arange(a, b) for a, b in ranges_of(self.forms, texts) if a < b]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def places_of(row: Row) -> Iterator[tuple[Sort, str]]:
    """The places that can be suggested for an organization."""
    if row.city:
        yield "city", row.city
    for home in row.homes:
        if home.town:
            yield "hometown", home.town


def _entries(sort: Sort, key: str) -> Iterator[tuple[bytes, bytes, int]]:
    place = gazetteer().by_key(key)
    if place is None:
        return
    names = gazetteer().names(place)
    written = {place.name, *(names[language] for language in _LANGUAGES if language in names)}
    for form in sorted({end for name in written for end in _ends(fold(name))}):
        yield form.encode()[:LONGEST_FORM], key.encode(), SORTS.index(sort)


def _ends(form: str) -> Iterator[str]:
    """ "los angeles" → "los angeles", "angeles"."""
    words = form.split()
    for at in range(len(words)):
        if at == 0 or len(words[at]) > _LEAST:
            yield " ".join(words[at:])
