"""The small tables that the demonstration is made from: facts, and words to invent with."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def table(path: str) -> tuple[Row, ...]:
    """The rows of a CSV file under this package, for example "facts/matrix.csv"."""
    text = files(__package__).joinpath(path).read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))
