"""The gazetteer: every place we know, read-only, mapped into memory; no database, no network.

`gazetteer()` opens the one of this installation in a few milliseconds. Places are numbered; a
country and a division of the first level hold everything inside them in one range of numbers, so
that "Guadalupe in Zacatecas" is a search among sorted numbers.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.folders import gazetteer_in_use
from oriundo.base.places.forms import place_key
from oriundo.base.places.grid import Grid
from oriundo.base.places.hashing import hash_of
from oriundo.base.places.levels import LEVELS, Level
from oriundo.base.places.store import FORMAT, Strings, read_column, read_memory

NOWHERE = 0xFFFFFFFF


class GazetteerMissing(OriundoError):
    """The gazetteer has not been built, or by another version of this program."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    `key` names it for ever ("gn:5368361", "zip:90014", "MEX"); `code` is its official code where
    there is one: ISO 3166-1 alpha-3, ISO 3166-2, US FIPS, INEGI, INE, a ZIP code. `country`,
    `admin1`, `admin2` are such codes too, "" where unknown. `population` 0 means not known.
    `until` is the last day ("2024-04-30") of a place that is no more, "" for places of today.
    """

    number: int
    key: str
    level: Level
    name: str
    country: str
    admin1: str
    admin2: str
    code: str
    population: int
    lat: float | None
    lon: float | None
    until: str = ""


class Gazetteer:
    """Places by name, by code, by number. Numbers are those of one build: keep keys instead."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.about = _about(folder)
        self.lat = read_column(folder, "lat")
        self.lon = read_column(folder, "lon")
        self.levels = read_memory(folder, "level")
        self.prominence = read_memory(folder, "prominence")
        self.country = read_memory(folder, "country")
        self.admin1 = read_memory(folder, "admin1")
        self.admin2 = read_memory(folder, "admin2")
        self.parent = read_memory(folder, "parent")
        self.end = read_memory(folder, "end")
        self.until = read_memory(folder, "valid-to")
        self._population = read_memory(folder, "population")
        self._hashes = read_memory(folder, "index")
        self._starts = read_memory(folder, "index-starts")
        self._places = read_memory(folder, "index-places")
        self._own = read_memory(folder, "index-own")
        self._lats: Any = self.lat.data
        self._lons: Any = self.lon.data
        self._text = {name: Strings(folder, name) for name in ("key", "code", "name", "names")}
        self._text |= {name: Strings(folder, name) for name in ("codes", "spellings")}
        self.range = lru_cache(maxsize=65536)(self._range)
        self.place = lru_cache(maxsize=65536)(self._place)
        self.number_of = lru_cache(maxsize=65536)(self._number_of)

    def __len__(self) -> int:
        return len(self.levels)

    def __iter__(self) -> Iterator[Place]:
        return map(self._place, range(len(self)))

    @cached_property
    def grid(self) -> Grid:
        """Towns by where they lie."""
        return Grid(self.folder, self.lat, self.lon)

    def _range(self, form: str) -> tuple[int, int]:
        """Where the places of a form stand in the index: (start, end), empty when it has none."""
        wanted = hash_of(form)
        at = bisect_left(self._hashes, wanted)
        if at == len(self._hashes) or self._hashes[at] != wanted:
            return 0, 0
        return self._starts[at], self._starts[at + 1]

    def numbers(self, form: str, within: int | None = None) -> Sequence[int]:
        """Numbers, ascending, of the places of a folded form (see `place_key`).

        `within` is the number of a country or of a division of the first level.
        """
        start, end = self.range(form)
        if within is not None and start < end:
            start, end = (
                bisect_left(self._places, within, start, end),
                bisect_left(self._places, self.end[within], start, end),
            )
        return self._places[start:end]

    def own_numbers(self, form: str) -> frozenset[int]:
        """Numbers of the places whose own name this is, not one of their other spellings."""
        start, end = self.range(form)
        return frozenset(self._places[at] for at in range(start, end) if self._own[at])

    def codes_for(self, form: str, within: int) -> tuple[list[int], list[int]]:
        """Numbers of the postal areas in a division that the post names so, and of those for which
        it accepts, or knows, the name beside its own."""
        found = self.numbers(f"#post:{form}", within)
        own = self.own_numbers(f"#post:{form}") if found else frozenset()
        return [n for n in found if n in own], [n for n in found if n not in own]

    def named(self, text: str, within: Place | None = None) -> list[Place]:
        """Places that `text` names, the most populous first."""
        numbers = self.numbers(place_key(text), None if within is None else within.number)
        return [self.place(n) for n in sorted(numbers, key=lambda n: -self.prominence[n])]

    def _number_of(self, scheme: str, code: str) -> int | None:
        """The number of the place with a code; of several (old and new), the one of today."""
        found = self.numbers(f"#{scheme}:{code}")
        return min(found, key=lambda n: (self.until[n] != 0, n), default=None)

    def by_code(self, scheme: str, code: str) -> Place | None:
        """The place with a code of a scheme.

        Schemes: key, iso-3166-1, iso-alpha-2, iso-3166-2, un-m49, us-fips, mx-inegi, gt-ine,
        us-zip, ca-fsa, geonames-code.
        """
        number = self.number_of(scheme, code)
        return None if number is None else self.place(number)

    def by_key(self, key: str) -> Place | None:
        return self.by_code("key", key)

    def _place(self, number: int) -> Place:
        lat, lon = self._lats[number], self._lons[number]
        known = lat == lat
        day = self.until[number]
        return Place(
            number=number,
            key=self._text["key"][number],
            level=LEVELS[self.levels[number]],
            name=self._text["name"][number],
            country=self._code(self.country[number]),
            admin1=self._code(self._division(number)),
            admin2=self._code(self._county(number)),
            code=self._text["code"][number],
            population=self._population[number],
            lat=lat if known else None,
            lon=lon if known else None,
            until=f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}" if day else "",
        )

    def _division(self, number: int) -> int:
        return number if self.levels[number] == 1 else self.admin1[number]

    def _county(self, number: int) -> int:
        """The second-level division of today: a former one answers with what it is part of."""
        if self.levels[number] != LEVELS.index("admin2"):
            return self.admin2[number]
        if not self.until[number]:
            return number
        parent = self.parent[number]
        return parent if self.levels[parent] == LEVELS.index("admin2") else NOWHERE

    def _code(self, number: int) -> str:
        return "" if number == NOWHERE else self._text["code"][number]

    def key(self, number: int) -> str:
        return self._text["key"][number]

    def name(self, number: int) -> str:
        return self._text["name"][number]

    def codes(self, place: Place) -> dict[str, str]:
        """Every code of a place, by scheme; its GeoNames id is in its key."""
        return _pairs(self._text["codes"][place.number])

    def names(self, place: Place) -> dict[str, str]:
        """Names by language ("es", "en"), where we know which language a name is in."""
        return _pairs(self._text["names"][place.number])

    def spellings(self, place: Place) -> list[str]:
        """Other ways of writing its name, in any language."""
        return [text for text in self._text["spellings"][place.number].split("|") if text]

    def parent_of(self, place: Place) -> Place | None:
        """The area that a place is part of; of a former place, what it is part of today."""
        number = self.parent[place.number]
        return None if number == NOWHERE else self.place(number)

    def towns(self, area: int) -> list[int]:
        """Numbers of the towns inside a country or a division of the first level."""
        levels = np.asarray(self.levels[area : self.end[area]])
        found: NDArray[Any] = np.flatnonzero(levels == LEVELS.index("locality")) + area
        return [int(number) for number in found]


def _about(folder: Path) -> dict[str, Any]:
    try:
        about: dict[str, Any] = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    except OSError:
        about = {}
    if about.get("format") != FORMAT:
        raise GazetteerMissing(
            gettext_noop("The gazetteer is not built: %(folder)s holds none of this version."),
            remedy=gettext_noop("Run `make built` in the source tree, or `oriundo load places`."),
            values={"folder": folder},
        )
    return about


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split("|") if pair)


@cache
def gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of this installation (or in `folder`), opened once."""
    return Gazetteer(folder or gazetteer_in_use())
