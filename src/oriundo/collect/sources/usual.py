"""The usual case of each field, read for whole columns at once.

Most cells of a large table need no mending: a name without entities, one telephone number, one
email address. Arrow tells which these are, by the patterns of `normalizing`, and reads them; what
is not usual is left to the row reader, which would have read the usual in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from oriundo.collect.sources.normalizing.numbers import USUAL_DEGREES
from oriundo.collect.sources.normalizing.phones import USUAL_NUMBER
from oriundo.collect.sources.normalizing.text import AROUND, NOTHING, USUAL_TEXT
from oriundo.collect.sources.normalizing.web import (
    NO_ACCOUNT,
    USUAL_ACCOUNT,
    USUAL_EMAIL,
    USUAL_SITE,
    networks,
)

_MOST_LAT, _MOST_LON = 90, 180

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Usual:
    """`known`: which cells were read; `values`: what each holds, for those."""

    known: Flags
    values: list[Any]


def texts(cells: pa.StringArray) -> Usual:
    """Text that is as it should be, or says that there is nothing."""
    bare = pc.utf8_lower(pc.utf8_trim(cells, AROUND))
    nothing = pc.is_in(bare, pa.array(sorted(NOTHING)))
    values = pc.if_else(nothing, "", cells)
    return Usual(_matching(cells, USUAL_TEXT) | _flags(pc.equal(cells, "")), values.to_pylist())


def lists(cells: pa.StringArray, separators: re.Pattern[str]) -> Usual:
    """One value, as it should be; or none."""
    pattern, ignore_case = separators.pattern, bool(separators.flags & re.IGNORECASE)
    several = _flags(pc.match_substring_regex(cells, pattern, ignore_case=ignore_case))
    single = texts(cells)
    values = [(value,) if value else () for value in single.values]
    return Usual(single.known & ~several, values)


def phones(cells: pa.StringArray, north_american: Flags) -> Usual:
    """One North American number, where the row is `north_american`; or none."""
    known = _matching(cells, USUAL_NUMBER) & north_american
    numbers = pc.replace_substring_regex(cells, USUAL_NUMBER, r"+1\1\2\3")
    return _one_or_none(cells, known, numbers)


def emails(cells: pa.StringArray) -> Usual:
    """One email address, or none."""
    return _one_or_none(cells, _matching(cells, USUAL_EMAIL), pc.ascii_lower(cells))


def websites(cells: pa.StringArray) -> Usual:
    """One site that is a host and nothing else, of no network; one account on a network; or
    none."""
    hosts = pc.ascii_lower(pc.replace_substring_regex(cells, USUAL_SITE, r"\1"))
    sites = _matching(cells, USUAL_SITE) & ~_flags(pc.starts_with(hosts, "www."))
    for network in networks():
        sites &= ~_flags(pc.ends_with(hosts, network))
    paths = pc.ascii_lower(pc.replace_substring_regex(cells, USUAL_ACCOUNT, r"\1"))
    accounts = _matching(cells, USUAL_ACCOUNT) & ~_flags(pc.ends_with(paths, ".php"))
    for path in NO_ACCOUNT:
        accounts &= ~_flags(pc.ends_with(paths, f"/{path}"))
    return _one_or_none(cells, sites | accounts, pc.if_else(pa.array(sites), hosts, paths))


def points(lats: pa.StringArray, lons: pa.StringArray) -> tuple[Usual, Usual]:
    """Latitudes and longitudes in decimal degrees, none out of range; or neither."""
    there = _matching(lats, USUAL_DEGREES) & _matching(lons, USUAL_DEGREES)
    y, x = (_degrees(cells, there) for cells in (lats, lons))
    with np.errstate(invalid="ignore"):
        there &= (np.abs(y) <= _MOST_LAT) & (np.abs(x) <= _MOST_LON) & ((y != 0) | (x != 0))
    nowhere = _flags(pc.and_(pc.equal(lats, ""), pc.equal(lons, "")))
    return (
        Usual(there | nowhere, [None if a != a else a for a in y.tolist()]),
        Usual(there | nowhere, [None if a != a else a for a in x.tolist()]),
    )


def _degrees(cells: pa.StringArray, there: Flags) -> npt.NDArray[np.float64]:
    """The numbers of the cells that are `there`; NaN for others."""
    given = pc.if_else(pa.array(there), cells, None)
    return np.asarray(pc.cast(given, pa.float64()).to_numpy(zero_copy_only=False))


def _one_or_none(cells: pa.StringArray, known: Flags, read: pa.StringArray) -> Usual:
    empty = _flags(pc.equal(cells, ""))
    values: Sequence[str] = pc.if_else(pa.array(empty), "", read).to_pylist()
    return Usual(known | empty, [(value,) if value else () for value in values])


def _matching(cells: pa.StringArray, pattern: str) -> Flags:
    return _flags(pc.match_substring_regex(cells, pattern))


def _flags(found: pa.BooleanArray) -> Flags:
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)
