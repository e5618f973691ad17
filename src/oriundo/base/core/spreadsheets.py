"""Cells that a spreadsheet program must not run: text that begins like a formula is defused."""

from __future__ import annotations

import re

STARTERS = "=+-@\t\r\n\0＝＋－＠"
_PLAIN_NUMBER = re.compile(r"[+-]\d+(?:\.\d+)?", re.ASCII)


def neutral(value: str) -> str:
    """`value` with an apostrophe before it when a spreadsheet program could run it as a formula.

    A sign followed by nothing but digits (and one decimal point) stays as it is: `-99.133` is a
    longitude and `+13125550148` a telephone number; neither can call anything, and other programs
    read them as what they are. `+1 312 555 0148`, with spaces, gets the apostrophe.
    """
    if value and value[0] in STARTERS and not _PLAIN_NUMBER.fullmatch(value):
        return f"'{value}"
    return value
