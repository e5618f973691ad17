"""Consular districts: which consulate serves a place or a point.

A district is a set of places, loaded from a CSV with the columns `consulate` and `place`, one row
for each place of each district, and optionally `level`:

    consulate,place
    Los Ángeles,US-CA
    Santa Ana,06059
    Denver,US-CO

A place is an ISO 3166-1 alpha-3 or ISO 3166-2 code, a US FIPS code, an INEGI code (with `level`
mx-inegi), a ZIP code (with `level` us-zip) or the key of a place. The finest place decides: Orange
County is served from Santa Ana, the rest of California from Los Ángeles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from oriundo.base.core.csv_files import rows_of
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.gazetteer import NOWHERE, Gazetteer, Place
from oriundo.base.places.reverse import Polygons, Reverse

_COLUMNS = ("consulate", "place")
Numbered = tuple[int, dict[str, str]]
"""The number of a row, from 1, and its cells."""
_SCHEMES = ("iso-3166-2", "iso-3166-1", "us-fips", "key")


class UnusableDistricts(OriundoError):
    """A file of districts lacks a column, names an unknown place, or gives a place twice."""


@dataclass(frozen=True, slots=True)
class Served:
    """The consulate that serves a place, and the place of its district that says so."""

    consulate: str
    by: Place


class Districts:
    """Consular districts of one country of origin."""

    def __init__(self, places: Gazetteer, consulates: Mapping[str, str]) -> None:
        """`consulates`: key of a place → the consulate that serves it."""
        self._g = places
        self._consulates = dict(consulates)

    @classmethod
    def read(cls, places: Gazetteer, path: Path) -> Districts:
        """The districts in a CSV; UnusableDistricts with the row that is wrong."""
        rows = rows_of(path, _COLUMNS, UnusableDistricts)
        return cls(places, consulates_by_place(places, path, enumerate(rows, start=1)))

    def serving(self, place: Place) -> Served | None:
        """The consulate that serves a place, None when no district holds it."""
        return self._first(self._chain(place))

    def serving_point(
        self, lat: float, lon: float, polygons: Polygons | None = None
    ) -> Served | None:
        """The consulate that serves a point in degrees, by boundaries or by the nearest town."""
        around = Reverse(self._g, polygons).at(lat, lon)
        codes = (("us-fips", around.admin2), ("mx-inegi", around.admin2))
        areas = [self._g.by_code(scheme, code) for scheme, code in codes if code]
        areas += [self._g.by_code("iso-3166-2", around.admin1)] if around.admin1 else []
        areas += [self._g.by_code("iso-3166-1", around.country)] if around.country else []
        town = [around.town] if around.town and around.town.admin1 == around.admin1 else []
        return self._first(place for place in (*town, *areas) if place is not None)

    def in_or_around(self, place: Place) -> tuple[str, ...]:
        """The consulate that serves a place, then those that serve a part of it, by name."""
        around = self.serving(place)
        parts = {self._consulates[part.key] for part in self._places if self._holds(place, part)}
        names = ([around.consulate] if around else []) + sorted(parts)
        return tuple(dict.fromkeys(names))

    @cached_property
    def _places(self) -> list[Place]:
        found = (self._g.by_key(key) for key in self._consulates)
        return [place for place in found if place is not None]

    def _holds(self, place: Place, part: Place) -> bool:
        """Whether a part lies in a place; of a postal area or a town nothing else is a part."""
        if place.level not in ("country", "admin1", "admin2") or part.country != place.country:
            return False
        return any(each.key == place.key for each in self._chain(part))

    def _first(self, chain: Iterable[Place]) -> Served | None:
        for place in chain:
            if place.key in self._consulates:
                return Served(self._consulates[place.key], place)
        return None

    def _chain(self, place: Place) -> Iterable[Place]:
        """A place and what it lies in, from the finest to the country."""
        g, number = self._g, place.number
        areas = (number, g.parent[number], g.admin2[number], g.admin1[number], g.country[number])
        return (g.place(each) for each in dict.fromkeys(areas) if each != NOWHERE)


def consulates_by_place(places: Gazetteer, path: Path, rows: Iterable[Numbered]) -> dict[str, str]:
    """Key of a place → its consulate; UnusableDistricts with the row, the column and the value."""
    found: dict[str, str] = {}
    for number, row in rows:
        consulate, code = ((row[name] or "").strip() for name in _COLUMNS)
        place = _place(places, code, (row.get("level") or "").strip())
        values = {"file": path.name, "row": number, "value": code}
        if not consulate:
            raise UnusableDistricts(
                gettext_noop("%(file)s, row %(row)s, column consulate: nothing stands there."),
                remedy=gettext_noop("Write the name of the consulate."),
                values=values,
            )
        if place is None:
            raise UnusableDistricts(
                gettext_noop("%(file)s, row %(row)s, column place: “%(value)s” is no place."),
                remedy=gettext_noop("Write a code such as US-CA, 06059 or MEX."),
                values=values,
            )
        if found.get(place.key, consulate) != consulate:
            raise UnusableDistricts(
                gettext_noop("%(file)s, row %(row)s: “%(value)s” has two consulates."),
                remedy=gettext_noop("Keep one row for each place."),
                values=values,
            )
        found[place.key] = consulate
    return found


def _place(places: Gazetteer, code: str, level: str) -> Place | None:
    schemes = (level,) if level else _SCHEMES
    found = (places.by_code(scheme, code) for scheme in schemes)
    return next((place for place in found if place is not None), None)
