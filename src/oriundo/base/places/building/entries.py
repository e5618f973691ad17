"""What a gazetteer is made of: one entry per place, and the table in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from oriundo.base.places.levels import Level


@dataclass(slots=True)
class Entry:
    """One place on its way into the gazetteer; other places are named by their key.

    `code` is the official code where there is one; `codes` holds every code by its scheme.
    `prominence` orders namesakes: people who live there, as far as a package knows.
    """

    key: str
    level: Level
    name: str
    country: str
    code: str
    admin1: str = ""
    admin2: str = ""
    parent: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    prominence: int = 0
    geonames: int = 0
    names: dict[str, str] = field(default_factory=dict)
    spellings: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    valid_from: str = ""
    valid_to: str = ""


class Entries:
    """Entries by key, with what builders ask for: those of a level, of a code, of an area."""

    def __init__(self) -> None:
        self._by_key: dict[str, Entry] = {}
        self._by_code: dict[tuple[str, str], Entry] = {}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Entry:
        return self._by_key[key]

    def add(self, entry: Entry) -> None:
        if entry.key in self._by_key:
            raise ValueError(f"two places have the key {entry.key}")
        self._by_key[entry.key] = entry
        self.index(entry)

    def index(self, entry: Entry) -> None:
        """Let an entry be found by its codes; call it again when codes were added."""
        for scheme, code in entry.codes.items():
            self._by_code[scheme, code] = entry

    def by_code(self, scheme: str, code: str) -> Entry | None:
        return self._by_code.get((scheme, code))

    def of_level(self, *levels: Level) -> Iterable[Entry]:
        return (entry for entry in self if entry.level in levels)
