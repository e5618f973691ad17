"""Stocks of migrants as a file gives them: who lives where, from where, how many, in which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oriundo.base.core.csv_files import rows_of
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

COLUMNS = ("place", "origin", "year", "people")
_SHAPES = {
    "place": re.compile(r"[A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3}|\d{5}"),
    "origin": re.compile(r"[A-Z]{3}"),
    "year": re.compile(r"(?:19|20)\d\d"),
    "people": re.compile(r"[1-9]\d{0,8}"),
}
_MEANT = {
    "place": gettext_noop("Write a country as USA, a state as US-CA, a county as 06037."),
    "origin": gettext_noop("Write the country of origin with three letters: MEX."),
    "year": gettext_noop("Write the year with four figures."),
    "people": gettext_noop("Write how many people, in figures without separators; leave out 0."),
}


class UnusableStocks(OriundoError):
    """A file of stocks of migrants that cannot be used; nothing of it was."""


@dataclass(frozen=True, slots=True)
class Stock:
    """`people` of `origin` (alpha-3) in `place` (see `models.Migrants`) in `year`."""

    place: str
    origin: str
    year: int
    people: int


def read_stocks(path: Path) -> list[Stock]:
    """The stocks of a CSV with the columns place, origin, year, people.

    Raises UnusableStocks with the row, the column and the value of what cannot be right, and for
    a place, origin and year that come twice.
    """
    stocks: dict[tuple[str, str, int], Stock] = {}
    for row, stock in enumerate(_stocks(path), start=2):
        key = (stock.place, stock.origin, stock.year)
        if key in stocks:
            raise UnusableStocks(
                gettext_noop("%(file)s, row %(row)s: %(place)s, %(origin)s, %(year)s again."),
                remedy=gettext_noop("Keep one of the two rows."),
                values={"file": path.name, "row": row, "place": stock.place}
                | {"origin": stock.origin, "year": stock.year},
            )
        stocks[key] = stock
    return list(stocks.values())


def _stocks(path: Path) -> Iterator[Stock]:
    for row, values in enumerate(rows_of(path, COLUMNS, UnusableStocks), start=2):
        read = {name: (values[name] or "").strip() for name in COLUMNS}
        for name, value in read.items():
            if not _SHAPES[name].fullmatch(value):
                raise UnusableStocks(
                    gettext_noop("%(file)s, row %(row)s, column %(column)s: “%(value)s”."),
                    remedy=_MEANT[name],
                    values={"file": path.name, "row": row, "column": name, "value": value},
                )
        yield Stock(read["place"], read["origin"], int(read["year"]), int(read["people"]))
