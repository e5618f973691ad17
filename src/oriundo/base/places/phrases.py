"""Words around the name of a place that say whether people come from it or live in it.

`hometown_words.csv` holds folded words by their role: `origin` ("oriundos de"), `naming` (words
that a name of an organization has before its place: "club", "de"), `residence` ("en"), `everyday`
(names of villages that mostly mean something else in the name of an organization: "union").
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

# Words of the longest name that is looked for.
LONGEST = 6


@cache
def words(role: str) -> frozenset[str]:
    """The folded words of a role."""
    text = resources.files(__package__).joinpath("hometown_words.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return frozenset(row["words"] for row in rows if row["role"] == role)


def marker_before(tokens: list[str], start: int) -> str:
    """The words before a position that say what follows ("oriundos de", "en"), "" for none."""
    for count in (3, 2, 1):
        before = " ".join(tokens[max(0, start - count) : start])
        if any(before in words(role) for role in ("origin", "residence", "naming")):
            return before
    return ""
