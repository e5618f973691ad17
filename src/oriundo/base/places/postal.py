"""Reading postal codes: ZIP codes, Canadian codes, Mexican codes."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import Gazetteer

_ZIP = re.compile(r"(\d{3,5})(?:\.0)?(?:[- ]?\d{4})?")
_CANADIAN = re.compile(r"([ABCEGHJ-NPRSTVXY]\d[A-Z])[ -]?\d[A-Z]\d|([ABCEGHJ-NPRSTVXY]\d[A-Z])")
_FIVE = re.compile(r"(\d{4,5})(?:\.0)?")
# "APO AE 09012": an office, a region of the world, a code.
_MILITARY = re.compile(r"\b(?:APO|FPO|DPO),? A[AEP]\b|\bA[AEP],? (?:09|34|96)\d{3}\b")


@dataclass(frozen=True, slots=True)
class Postal:
    """A postal code read: `place` is the number of its area, for the US and Canada.

    For Mexico no package knows where a code lies, only in which state (`division`), and in
    Mexico City in which of its parts (`municipality`).
    """

    code: str
    country: str
    place: int | None = None
    division: int | None = None
    municipality: int | None = None

    @property
    def is_wide(self) -> bool:
        """Whether its area is rural and may reach a hundred kilometers: Canada's with a zero."""
        return self.country == "CAN" and self.code[1:2] == "0"


class PostalCodes:
    """Postal codes by what people write for them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.towns = lru_cache(maxsize=65536)(self._towns)

    def read(self, text: str, country: str) -> Postal | None:
        """The code that `text` is, in a country (alpha-3) or, with "", wherever its shape fits."""
        text = text.strip().upper()
        if not text:
            return None
        if country in {"CAN", ""} and (match := _CANADIAN.fullmatch(text)):
            fsa = match[1] or match[2]
            return Postal(text, "CAN", place=self._gazetteer.number_of("ca-fsa", fsa))
        if country == "MEX" and (match := _FIVE.fullmatch(text)):
            return self._mexican(match[1].zfill(5))
        if country in {"USA", "PRI", ""} and (match := _ZIP.fullmatch(text)):
            # Spreadsheets drop the zeros that codes of the northeast begin with.
            code = match[1].zfill(5)
            return Postal(code, "USA", place=self._gazetteer.number_of("us-zip", code))
        return None

    def _towns(self, number: int) -> frozenset[str]:
        """The folded names of the towns that the post accepts for a code."""
        place = self._gazetteer.place(number)
        return frozenset(map(place_key, (place.name, *self._gazetteer.spellings(place))))

    def _mexican(self, code: str) -> Postal:
        division, municipality = _areas().get(code[:2], ("", ""))
        g = self._gazetteer
        return Postal(
            code,
            "MEX",
            division=g.number_of("iso-3166-2", division) if division else None,
            municipality=g.number_of("mx-inegi", municipality) if municipality else None,
        )


def is_military(text: str) -> bool:
    """Whether an address is of a military post office, which moves with its ship or troop."""
    return bool(_MILITARY.search(text))


@cache
def _areas() -> dict[str, tuple[str, str]]:
    """The first two figures of a Mexican code -> ISO 3166-2 and, in the capital, INEGI code."""
    text = resources.files(__package__).joinpath("postal_areas.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["prefix"]: (row["division"], row["municipality"]) for row in rows}
