"""What a column holds, told by its values: addresses, numbers, codes, coordinates, names."""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Callable, Sequence

from oriundo.collect.sources.normalizing.countries import (
    CANADIAN_PROVINCES,
    US_STATES,
    is_country,
)
from oriundo.collect.sources.normalizing.text import folded

_EMAIL = re.compile(r"^\S+@\S+\.\w{2,}$")
_WEBSITE = re.compile(
    r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|mx|ca)(?:/\S*)?$", re.I
)
_PHONE = re.compile(r"^(?:\+\d{1,3}[\s.-]?)?\(?\d{2,4}\)?[\s./-]*\d{3,4}[\s.-]*\d{4}$")
_POSTAL = re.compile(r"^(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$", re.I)
_COORDINATE = re.compile(r"^[+-]?\d{1,3}[.,]\d{2,}$")
_PAIR = re.compile(r"^\(?[+-]?\d{1,2}\.\d{2,}\s*[,;\s]\s*[+-]?\d{1,3}\.\d{2,}\)?$")
_NAME = re.compile(r"[^\W\d_]{2,}")
_MOST = 0.8
_FEWEST = 2
_SHORTEST_CUT, _LONGEST_CUT = 20, 80

_KINDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("email", _EMAIL.match),
    ("website", _WEBSITE.match),
    ("lat", lambda text: _COORDINATE.match(text) or _PAIR.match(text)),
    ("phone", _PHONE.match),
    ("postal", _POSTAL.match),
    ("region", lambda text: folded(text) in US_STATES or folded(text) in CANADIAN_PROVINCES),
    ("country", is_country),
)


def field_of_values(values: Sequence[str]) -> str:
    """The field that nearly all the values look like; "" when there is none or too few values.

    "lat" stands for any coordinate; `add_coordinate` tells which.
    """
    if len(values) < _FEWEST:
        return ""
    for name, looks in _KINDS:
        if sum(1 for value in values if looks(value)) >= _MOST * len(values):
            return name
    return ""


def are_pairs(values: Sequence[str]) -> bool:
    """Whether a column of coordinates holds latitude and longitude in one cell."""
    return sum(1 for value in values if _PAIR.match(value)) >= _MOST * len(values)


def add_coordinate(columns: dict[str, tuple[str, ...]], header: str, values: Sequence[str]) -> None:
    """Map a column of decimal numbers as lat or lon; the first one that can be a latitude is."""
    numbers = [_number(value) for value in values]
    name = "lat" if "lat" not in columns and all(abs(n) <= 90 for n in numbers) else "lon"
    if name not in columns and all(abs(number) <= 180 for number in numbers):
        columns[name] = (header,)


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return 0.0


def likely_name(headers: Sequence[str], rows: Sequence[abc.Mapping[str, str]]) -> str:
    """The column that reads most like names: several words, mostly different; or ""."""
    best, best_score = "", 0.5
    for header in headers:
        values = [value for row in rows if (value := row.get(header, "").strip())]
        if len(values) < 0.8 * len(rows) or not values:
            continue
        wordy = sum(
            1 for v in values if len(_NAME.findall(v)) >= 2 and len(v) <= 150 and "@" not in v
        )
        score = wordy / len(values) * len(set(values)) / len(values)
        if score > best_score:
            best, best_score = header, score
    return best


def cut_length(pairs: Sequence[tuple[str, str]]) -> int:
    """The length at which the first of two columns is cut; 0 when it is not.

    Cut: no value is longer, and most rows that go on in the second column reach that length, or
    end one short of it (a space stood there).
    """
    longest = max((len(first) for first, _second in pairs), default=0)
    going_on = [len(first) for first, second in pairs if second]
    reached = sum(1 for length in going_on if length == longest)
    near = sum(1 for length in going_on if length >= longest - 1)
    if not _SHORTEST_CUT <= longest <= _LONGEST_CUT or reached < 2:
        return 0
    return longest if near >= 0.5 * len(going_on) else 0


def _repeats(values: Sequence[str]) -> bool:
    given = [value for value in values if value]
    return len(set(given)) < len(given) or (bool(values) and not given)


def _are_no_coordinates(values: Sequence[str]) -> bool:
    given = [value for value in values if value]
    looking = sum(
        1 for v in given if _COORDINATE.match(v) or _PAIR.match(v) or re.search("[°º]", v)
    )
    plain = sum(1 for v in given if re.fullmatch(r"[+-]?\d{1,3}", v))
    return bool(given) and looking + plain < 0.5 * len(given)


UNLIKELY: dict[str, Callable[[Sequence[str]], bool]] = {
    "id": _repeats,
    "lat": _are_no_coordinates,
    "lon": _are_no_coordinates,
}
"""When the values of a column say that its header does not mean the field."""
