"""The form in which two spellings of one place meet: folded, abbreviations written out."""

from __future__ import annotations

import re

from oriundo.base.core.text import fold

# Written out on both sides, in the gazetteer and in what is asked. Only what has one meaning
# in front of, or inside, the name of a place ("N." is north, Nuevo or Nueva: not here).
_WRITTEN_OUT = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "hts": "heights",
    "spgs": "springs",
    "vlg": "village",
    "twp": "township",
    "cd": "ciudad",
    "sta": "santa",
    "sto": "santo",
    "sn": "san",
    "gral": "general",
    "pto": "puerto",
    "gpe": "guadalupe",
    "mpio": "municipio",
    "edo": "estado",
    "depto": "departamento",
    "dpto": "departamento",
    "prov": "provincia",
    "co": "county",
}
_TRACT = re.compile(r"Ct \d{4}")
_INITIALS = re.compile(r"\b(?:[a-z] )+[a-z]\b")


def is_tract(name: str) -> bool:
    """Whether a name is the number of a census tract, which GeoNames has among towns: "Ct 0014"."""
    return bool(_TRACT.fullmatch(name))


def place_key(text: str) -> str:
    """Folded, abbreviations written out, initials joined.

    >>> place_key("Cd. Juárez"), place_key("St. Louis"), place_key("Washington D.C.")
    ('ciudad juarez', 'saint louis', 'washington dc')
    """
    return written_out(fold(text))


def written_out(form: str) -> str:
    """The same for text that is folded already."""
    words = form.split(" ")
    if len(words) == 1:
        # A whole field "Co" or "St" is a state or a street; inside a name it is an abbreviation.
        return _WRITTEN_OUT.get(form, form) if len(form) > 2 else form
    joined = " ".join([_WRITTEN_OUT.get(word, word) for word in words])
    return _INITIALS.sub(_join, joined) if _has_initial(words) else joined


def _has_initial(words: list[str]) -> bool:
    return any(len(word) == 1 for word in words)


def _join(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")
