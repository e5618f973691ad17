"""What goes wrong between an organization's name and a list: machines, ears, hands."""

from __future__ import annotations

import re

from anyascii import anyascii

from bench.identification.generated.chance import Chance
from bench.identification.generated.words import table

_SEEN = (  # what a scanner takes one shape for
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("l", "1"), ("I", "l"), ("i", "l"),
    ("O", "0"), ("o", "0"), ("S", "5"), ("B", "8"), ("e", "c"), ("c", "e"), ("ñ", "fi"),
    ("á", "4"), ("é", "6"), ("ó", "6"), ("í", "f"), ("ú", "ii"), ("h", "b"), ("u", "ii"),
    ("t", "f"), ("G", "C"), ("vi", "w"), ("ti", "h"), ("a", "o"),
)  # fmt: skip
_HEARD = (  # what an ear writes, where Spanish has two letters for one sound
    ("z", "s"), ("ce", "se"), ("ci", "si"), ("s", "z"), ("v", "b"), ("b", "v"), ("ll", "y"),
    ("y", "ll"), ("h", ""), ("ge", "je"), ("gi", "ji"), ("qui", "ki"), ("hua", "gua"),
    ("x", "j"), ("c", "k"), ("mp", "np"), ("tl", "cl"), ("gü", "hu"), ("nn", "n"), ("cc", "c"),
)  # fmt: skip
_DIGITS = str.maketrans("0158", "OlSB")
_SHORT = {
    language: [
        (re.compile(rf"\b{re.escape(row['long'])}\b"), row["short"])
        for row in table("abbreviations")
        if row["language"] == language
    ]
    for language in ("es", "en")
}
_PLAIN = str.maketrans(dict.fromkeys("-/,;&()'\"", " ") | {".": ""})


def scanned(chance: Chance, text: str) -> str:
    """Text as a machine read it from paper: wrong shapes, broken and run-together words."""
    for _ in range(1 + chance.happens(0.4)):
        text = _confused(chance, text, _SEEN)
    draw = chance.random()
    if draw < 0.15 and len(text) > 8:
        at = chance.between(3, len(text) - 3)
        return f"{text[:at]}{chance.pick((' ', '- ', ' '))}{text[at:]}"
    return text.replace(" ", "", 1) if draw < 0.22 else text


def heard(chance: Chance, text: str) -> str:
    """Text as someone wrote it down who heard it."""
    return _confused(chance, text, _HEARD)


def _confused(chance: Chance, text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """One of the confusions that the text allows, at one place."""
    start = chance.below(len(pairs))
    for right, wrong in pairs[start:] + pairs[:start]:
        at = text.find(right, chance.below(max(1, len(text) // 2)))
        if at >= 0:
            return text[:at] + wrong + text[at + len(right) :]
    return text


def hurried(chance: Chance, text: str) -> str:
    """Text with two letters swapped, or one left out, inside a word."""
    if len(text) < 6:
        return text
    at = chance.between(2, len(text) - 3)
    swapped = text[at + 1] + text[at] if chance.happens(0.5) else text[at + 1]
    return text if " " in text[at : at + 2] else text[:at] + swapped + text[at + 2 :]


def misread(number: str) -> str:
    """Digits as a scanner takes them for letters: the last one that it can."""
    for at in range(len(number) - 1, -1, -1):
        if number[at] in "0158":
            return number[:at] + number[at].translate(_DIGITS) + number[at + 1 :]
    return number


def abbreviated(chance: Chance, text: str, language: str, share: float) -> str:
    """Text with a share of the words that have an abbreviation in it."""
    for word, short in _SHORT[language]:
        if word.search(text) and chance.happens(share):
            text = word.sub(short, text)
    return text


def capitals(text: str) -> str:
    """As a register prints: capitals of ASCII, and no punctuation."""
    return " ".join(anyascii(text).upper().translate(_PLAIN).split())


def bare(text: str) -> str:
    """Without its accents."""
    return anyascii(text)
