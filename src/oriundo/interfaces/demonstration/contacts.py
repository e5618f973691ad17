"""Places and ways to reach an invented organization; nothing here can reach anybody.

Telephone numbers are NXX-555-0100 to 0199, which are kept free for fiction; web and mail
addresses end in `.example`; streets are invented.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from oriundo.base.core.text import fold
from oriundo.interfaces.demonstration import facts
from oriundo.interfaces.demonstration.tables import Row, table

_FICTIONAL = 100
_SMALL_WORDS = frozenset(
    ("de", "del", "la", "las", "los", "el", "y", "en", "a", "por", "para", "pro", "of", "the")
)
_LONGEST_SLUG = 24


@dataclass(frozen=True, slots=True)
class Address:
    """Where an organization is. Coordinates are degrees, near the middle of the city."""

    city: str
    street: str
    postal: str
    lat: float
    lon: float


class Contacts:
    """Gives out addresses, telephone numbers and web names, each once."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._phones: Counter[str] = Counter()
        self._slugs: set[str] = set()
        self._seats: dict[str, list[str]] = {}

    def city(self, division: str) -> str:
        """A city of the division; large ones come up more often."""
        return self._one_of(_cities(division))

    def seat(self, division: str) -> str:
        """A city for an organization that the study counts: its counties fill up exactly."""
        counties = facts.counties().get(division)
        if not counties:
            return self.city(division)
        if division not in self._seats:
            self._seats[division] = [one for one, n in counties.items() for _ in range(n)]
            self._rng.shuffle(self._seats[division])
        county = self._seats[division].pop()
        return self._one_of([row for row in _cities(division) if row["county"] == county])

    def _one_of(self, rows: Sequence[Row]) -> str:
        return self._rng.choices([r["city"] for r in rows], [int(r["weight"]) for r in rows])[0]

    def address(self, division: str, city: str) -> Address:
        """An invented street address in the city."""
        row = _city(division, city)
        street = self._rng.choice(table("words/streets.csv"))["street"]
        postal = f"{row['zip3'].zfill(3)}{self._rng.randrange(100):02d}" if row["zip3"] else ""
        return Address(
            city=city,
            street=f"{self._rng.randrange(100, 9900)} {street}",
            postal=postal,
            lat=round(float(row["lat"]) + self._rng.uniform(-0.03, 0.03), 5),
            lon=round(float(row["lon"]) + self._rng.uniform(-0.03, 0.03), 5),
        )

    def phone(self, division: str, city: str) -> str:
        """A fictitious number of the city, "213-555-0100"; "" where no area code is kept free."""
        codes = [c for c in _city(division, city)["area_codes"].split("|") if c]
        free = [c for c in codes if self._phones[c] < _FICTIONAL]
        if not free:
            return ""
        code = min(free, key=lambda c: self._phones[c])
        number = f"{code}-555-01{self._phones[code]:02d}"
        self._phones[code] += 1
        return number

    def slug(self, name: str, acronym: str, city: str) -> str:
        """An unused web name made of the organization's own: "jerezlosangeles"."""
        words = [word for word in fold(name).split() if word not in _SMALL_WORDS]
        base = (acronym.lower() or "".join(words))[:_LONGEST_SLUG]
        tail = fold(city).replace(" ", "")
        tries = [base, f"{base}-{tail}", *(f"{base}{number}" for number in range(2, 99))]
        slug = next(s for s in tries if s not in self._slugs)
        self._slugs.add(slug)
        return slug


def _cities(division: str) -> list[Row]:
    return [row for row in table("words/cities.csv") if row["division"] == division]


def _city(division: str, city: str) -> Row:
    return next(row for row in _cities(division) if row["city"] == city)
