"""The words in which sources state origin, objective and support, and the codes they stand for.

The vocabularies are data (`words/*.csv`: code, language, words) that a clerk can read and extend.
A value that no row knows stays unknown; it is never forced into a class.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from oriundo.base.core.text import fold
from oriundo.base.places.names import country_code


def origin_codes(words: str) -> tuple[str, ...]:
    """Countries (alpha-3) and regions that a stated origin names: "Guatemala y Belice" → two."""
    whole = country_code(words)
    if whole:
        return (whole,)
    parts = re.split(r"[,;/|&]|\s+y\s+|\s+e\s+|\s+and\s+", words)
    codes = (country_code(part) for part in parts)
    return tuple(dict.fromkeys(code for code in codes if code))


def axis_code(axis: str, words: str) -> str:
    """What a source's own word for the type of an organization says on one axis, or "".

    Lists mix the axes in one column: "Coalición", "Club de oriundos" and "Cultural" are answers
    to three questions.
    """
    return _vocabulary(axis).get(fold(words), "")


def support_codes(words: str) -> tuple[str, ...]:
    """The kinds of support that a source's own words stand for, one per part of the value."""
    parts = re.split(r"[,;/|]", words)
    codes = (_vocabulary("support").get(fold(part), "") for part in parts)
    return tuple(dict.fromkeys(code for code in codes if code))


@cache
def _vocabulary(name: str) -> dict[str, str]:
    """Folded words → code; a code stands for itself."""
    text = files("oriundo.domain.directory").joinpath(f"words/{name}.csv").read_text("utf-8")
    words = {fold(row["words"]): row["code"] for row in csv.DictReader(text.splitlines())}
    return {fold(code): code for code in words.values()} | words
