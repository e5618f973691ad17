"""Numbers in cells: coordinates, years, counts of members, yes and no."""

from __future__ import annotations

import datetime
import re

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.normalizing.text import folded

Point = tuple[float, float]

_DECIMAL = re.compile(r"^[+-]?\d{1,3}(?:[.,]\d+)?$")
_DEGREES = re.compile(
    r"^([+-]?\d{1,3})\s*[°º:\s]\s*(\d{1,2})\s*['’′:\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|''|”|″)?)?$"
)
_HEMISPHERE = re.compile(r"[NSEWO]", re.IGNORECASE)
_PAIR = re.compile(r"^\(?\s*([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)\s*\)?$")
_DECIMALS = 7
USUAL_DEGREES = rf"^-?\d{{1,3}}(?:\.\d{{1,{_DECIMALS}}})?$"
"""The usual case: decimal degrees that need no rounding."""

_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")
_SERIAL = re.compile(r"^\d{4,5}(?:\.\d+)?$")
_EXCEL_DAY_ZERO = datetime.date(1899, 12, 30)
_COUNT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,\s]\d{3})+|\d+)(?![\d])")
_YES = frozenset(["si", "yes", "y", "true", "t", "1", "x", "oui", "vrai", "sim", "verdadero"])
_NO = frozenset(["no", "n", "false", "f", "0", "non", "faux", "nao", "falso"])


def point(lat: str, lon: str, *, column: str) -> tuple[Point | None, tuple[Fault, ...]]:
    """(latitude, longitude) in degrees; None for 0, 0 and for nothing.

    Decimal commas, degrees with minutes and hemispheres are read; both numbers may stand in one
    cell (then `lat` and `lon` are the same text). A latitude over 90 beside a possible one is
    exchanged, with a fault that says so.
    """
    if not lat and not lon:
        return None, ()
    shown = lat if lat == lon else f"{lat}, {lon}"
    pair = _PAIR.match(lat) if lat == lon else None
    if pair:
        lat, lon = pair.groups()
    if not lat or not lon:
        return None, (Fault("coordinates-incomplete", column, shown),)
    y, x = _degrees(lat), _degrees(lon)
    if y is None or x is None:
        return None, (Fault("coordinates", column, shown),)
    return _placed(y, x, shown, column)


def _placed(y: float, x: float, shown: str, column: str) -> tuple[Point | None, tuple[Fault, ...]]:
    if y == 0 and x == 0:
        return None, ()
    if abs(y) <= 90 and abs(x) <= 180:
        return (y, x), ()
    if abs(x) <= 90 and abs(y) <= 180:
        return (x, y), (Fault("coordinates-swapped", column, shown),)
    return None, (Fault("coordinates-out-of-range", column, shown),)


def _degrees(text: str) -> float | None:
    letters = _HEMISPHERE.findall(text)
    plain = _HEMISPHERE.sub("", text).strip().rstrip("°º").strip()
    if _DECIMAL.match(plain):
        degrees = float(plain.replace(",", "."))
    elif parts := _DEGREES.match(plain):
        whole, minutes, seconds = parts.groups(default="0")
        size = abs(int(whole)) + int(minutes) / 60 + float(seconds.replace(",", ".")) / 3600
        degrees = -size if whole.startswith("-") else size
    else:
        return None
    # O is oeste and ouest: west.
    south_or_west = any(letter in "SWOswo" for letter in letters)
    return round(-abs(degrees) if south_or_west else degrees, _DECIMALS)


def year(text: str, *, column: str) -> tuple[int | None, tuple[Fault, ...]]:
    """A year between 1600 and 2099 in a year, a date, or a spreadsheet's number of a date."""
    if not text:
        return None, ()
    found = _YEAR.search(text)
    if found:
        return int(found.group(1)), ()
    if _SERIAL.match(text) and 2_100 <= float(text) < 73_000:
        day = _EXCEL_DAY_ZERO + datetime.timedelta(days=int(float(text)))
        return day.year, ()
    return None, (Fault("year", column, text),)


def members(text: str, *, column: str) -> tuple[int | None, tuple[Fault, ...]]:
    """The number of members: the first count in the text (of `25-30` the 25)."""
    if not text:
        return None, ()
    found = _COUNT.search(text)
    count = int(re.sub(r"\D", "", found.group(1))) if found else 0
    if 0 < count < 10_000_000:
        return count, ()
    if text.strip() == "0":
        return None, ()
    return None, (Fault("members", column, text),)


def is_yes(text: str) -> bool:
    """Whether the cell says yes, in es, en, fr or pt, or with a mark."""
    return folded(text) in _YES or text.strip() in ("✓", "✔", "☑")


def is_no(text: str) -> bool:
    """Whether the cell says no, in es, en, fr or pt."""
    return folded(text) in _NO
