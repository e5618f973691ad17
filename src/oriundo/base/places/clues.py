"""What an address says, in one way of reading it: country, state, towns, postal code.

A text may be read in several ways ("CA" is California or Canada); each way is one reading. Columns
are read by `columns.py`, text by `lines.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from oriundo.base.places.addresses import endings, is_street
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.located import Reason
from oriundo.base.places.postal import Postal, PostalCodes
from oriundo.base.places.regions import Regions

_COUNTRY = 0
# Words of the longest name of a town that is looked for behind a street.
_LONGEST = 6


class Readers(Protocol):
    """What reading an address needs: the gazetteer, and the readers over it."""

    gazetteer: Gazetteer
    regions: Regions
    postal: PostalCodes


@dataclass(frozen=True, slots=True)
class Clues:
    """One reading of an address. Numbers are those of places; `cities` come the likeliest first.

    `loose`: the towns were picked out of a text, and may be anything else in it. `bare`: a name
    that stands alone and may be that of a state, of a town, of a country; not of the one that is
    `said` beside it. `needs_town`: the state is the last words of a piece, in no country that is
    known, and counts only with a town of it before. `street`: a street or a box is written, too.
    """

    country: int | None = None
    region: int | None = None
    cities: tuple[str, ...] = ()
    postal: Postal | None = None
    notes: tuple[Reason, ...] = ()
    loose: bool = False
    bare: str = ""
    said: bool = False
    needs_town: bool = False
    street: bool = False


def home_of(g: Gazetteer, country: int | None, region: int | None) -> tuple[int | None, int | None]:
    """The country of a region where none was said; a territory in place of a state is a country."""
    if region is None:
        return country, None
    if g.levels[region] == _COUNTRY:
        return region, None
    return g.country[region], region


def towns_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What may be a town, from the end: whole pieces first, then the endings of streets."""
    whole = [part for part in reversed(parts) if part and not is_street(part)]
    last = next((part for part in reversed(parts) if part), "")
    ends = endings(last, _LONGEST) if is_street(last) else endings(last, _LONGEST)[1:]
    return tuple(dict.fromkeys((*whole, *(e for e in ends if not is_street(e)))))
