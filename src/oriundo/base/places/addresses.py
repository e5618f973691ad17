"""Taking an address apart: which of its pieces may be a code, a state, a country, a town."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from oriundo.base.core.text import fold

_PO_BOX = re.compile(
    r"\b(?:p\.? ?o\.? ?box|post office box|apartado(?: postal)?|casilla postal)\b", re.I
)
# The number of a box has five figures as often as not, and is no postal code.
_BOX_NUMBER = re.compile(_PO_BOX.pattern + r"\W{0,3}(?:n[uú]?[mo]?\W{0,2})?\d+", re.I)
# "CA 90014", "California 90014-1234", at the end of a piece or before the country.
# Spreadsheets drop the zero of "MA 02360" and of "Distrito Federal 06030".
_STATE_ZIP = re.compile(
    r"\b(?:([A-Za-z][A-Za-z. ]*?)[.,]?\s+(\d{5})(?:-\d{4})?|([A-Z]{2})\s+(\d{4}))"
    r"(?=\s*(?:$|[,;\n]|\bU))"
)
_CAPITAL = re.compile(r"\b(Distrito Federal|D\.? ?F\.?|CDMX)\s+(\d{4})\b", re.I)
_CANADIAN = re.compile(r"\b[A-Za-z]\d[A-Za-z][ -]?\d[A-Za-z]\d\b")
_MEXICAN = re.compile(r"\b(?:C\.? ?P\.?|c[oó]digo postal)\s*:?\s*(\d{4,6})\b", re.I)
_LAST_FIVE = re.compile(r"\b(\d{5})(?:-\d{4})?\W*$")
# A full stop parts pieces behind a whole word only: "St. Louis" and "Cd. Juárez" are one piece.
_PIECES = re.compile(r"[,;\n|/]+|\s+[-–—]\s+|(?<=[a-zñáéíóú]{4})\.\s+(?=[A-ZÁÉÍÓÚÑ][a-zñáéíóú]{3})")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_FIRST_FIVE = re.compile(r"^(\d{5})\s+(?=[^\W\d])")
_ENDING_FIVE = re.compile(r"^(\D+?)\s+(\d{5})(?:-\d{4})?$")
_FIVE = re.compile(r"\d{5}")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Pieces:
    """An address in one piece, taken apart.

    `parts` are its pieces from the first to the last without postal codes; `codes` what may be
    postal codes, `leading` those that may be house numbers as well; `state_zip` is ("CA", "90014")
    where the two stand together.
    """

    parts: tuple[str, ...]
    codes: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    state_zip: tuple[str, str] | None = None


@lru_cache(maxsize=8192)
def take_apart(text: str) -> Pieces:
    """The pieces of an address written in one line or several."""
    rest = _CAPITAL.sub(r"\1 0\2", _BOX_NUMBER.sub(",", text.strip()))
    codes: list[str] = []
    state_zip: tuple[str, str] | None = None
    for pattern in (_MEXICAN, _CANADIAN):
        group = 1 if pattern is _MEXICAN else 0
        written = [match[group] for match in pattern.finditer(rest)]
        if written:
            codes += written
            rest = pattern.sub(",", rest)
    found = None if codes else _last(_STATE_ZIP, rest)
    if found is not None:
        state, code = (found[1] or found[3]).strip(), found[2] or found[4]
        state_zip = state, code.zfill(5)
        codes.append(state_zip[1])
        rest = rest[: found.end(1 if found[1] else 3)] + "," + rest[found.end() :]
    elif not codes and (five := _LAST_FIVE.search(rest)):
        codes.append(five[1])
        rest = rest[: five.start()]
    # "Los Reyes Acaquilpan (La Paz)": what stands in brackets is said beside the rest.
    pieces = [*_BRACKETS.findall(rest), *_PIECES.split(_BRACKETS.sub(" ", rest))]
    parts = [part for part in map(_tidy, pieces) if part]
    leading: list[str] = []
    if _FIVE.search(rest):
        codes += [match[2] for part in parts if (match := _ENDING_FIVE.match(part))]
        parts = [_ENDING_FIVE.sub(r"\1", part) for part in parts]
        # "22400 Tijuana": where the code stands before the town.
        leading += [match[1] for part in parts if (match := _FIRST_FIVE.match(part))]
        parts = [_FIRST_FIVE.sub("", part) for part in parts]
    return Pieces(tuple(parts), tuple(codes), tuple(leading), state_zip)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _tidy(part: str) -> str:
    return part.strip(" .:()[]\"'")


@cache
def _street_words(place: str) -> frozenset[str]:
    """Folded words that stand `first` or last (`both`) in what is said of a street or building."""
    text = resources.files(__package__).joinpath("street_words.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return frozenset(row["word"] for row in rows if row["stands"] in {place, "both"})


@lru_cache(maxsize=8192)
def is_street(part: str) -> bool:
    """Whether a piece of an address is about a street or a building rather than a town."""
    words = fold(part).split(" ")
    # "St. Louis" and "Ct. Rivière" begin like streets.
    begins = words[0] in _street_words("first") - {"st", "ste", "ct"} and len(words) > 1
    ends = words[-1] in _street_words("both") and len(words) > 1
    return begins or ends or bool(_NUMBER.search(part))


def endings(part: str, longest: int = 4) -> list[str]:
    """The last words of a piece, the longest ending first: towns stand behind streets.

    >>> endings("1200 N State St Los Angeles", 2)
    ['Los Angeles', 'Angeles']
    """
    words = part.split()
    return [" ".join(words[-count:]) for count in range(min(longest, len(words)), 0, -1)]


def has_po_box(text: str) -> bool:
    """Whether an address is a box in a post office."""
    return bool(_PO_BOX.search(text))
