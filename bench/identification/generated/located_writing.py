"""How a list of located.py writes what an organization gave it: how short, with which slips."""

from __future__ import annotations

from anyascii import anyascii

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.naming import initials

_SHORT = {
    "Asociación": "Asoc.", "Comité": "Com.", "Federación": "Fed.", "Fundación": "Fund.",
    "Organización": "Org.", "Social": "Soc.", "Deportivo": "Dep.", "Santa": "Sta.",
    "Santiago": "Stgo.", "Guadalupe": "Gpe.", "Francisco": "Fco.", "de": "d", "y": "&",
    "Association": "Assoc.", "Committee": "Cmte.", "Federation": "Fed.", "Foundation": "Fdn.",
    "Community": "Comm.", "Organization": "Org.", "and": "&",
}  # fmt: skip
_SMALL = frozenset(("de", "del"))
_LEGAL = ("Inc", "Inc.", "LLC", "NFP", "A.C.", "AC", "Org", "I.A.P.", "501(c)(3)")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _KEYS
    for at, key in enumerate(row)
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PHONES = Urn(
    ("({}) {}-{}", "{}-{}-{}", "+1 {} {} {}", "{}{}{}", "{}.{}.{}"), (34, 30.5, 15.3, 12.5, 7.7)
)


def name(chance: Chance, text: str) -> str:
    """A name as one list has it."""
    full = text
    if chance.happens(0.27):
        text = shortened(chance, text)
    if chance.happens(0.07):
        text = _without(chance, text, _SMALL)
    if chance.happens(0.033):
        text = _without(chance, text)
    if chance.happens(0.05):
        text = turned(text)
    text = text if chance.happens(0.47) else anyascii(text)
    if chance.happens(0.247):
        text += chance.pick((" ", ", ")) + chance.pick(_LEGAL)
    if chance.happens(0.04) and (letters := initials(full)):
        text = f"{text} ({letters})"
    draw = chance.random()
    text = text.upper() if draw < 0.177 else text.lower() if draw < 0.235 else text
    return typed(chance, text, 0.245)


def shortened(chance: Chance, text: str) -> str:
    """Text with two in three of the words that have an abbreviation in it."""
    words = text.split()
    return " ".join(
        _SHORT[word] if word in _SHORT and chance.happens(0.65) else word for word in words
    )


def _without(chance: Chance, text: str, words: frozenset[str] | None = None) -> str:
    """Text without one word after the first: any, or one of those that are given."""
    parts = text.split()
    choice = [at for at in range(1, len(parts)) if words is None or parts[at] in words]
    if not choice or len(parts) < 3:
        return text
    lost = chance.pick(choice)
    return " ".join(parts[:lost] + parts[lost + 1 :])


def turned(text: str) -> str:
    """As in a catalog: the first word last, after a comma."""
    first, _, rest = text.partition(" ")
    return f"{rest}, {first}" if rest else text


def typed(chance: Chance, text: str, share: float) -> str:
    """Text with one slip of the hand at `share` of the times: two letters exchanged, one other
    (mostly of the key beside it), one more, one less."""
    if not chance.happens(share) or len(text) < 3:
        return text
    at, slip = chance.below(len(text) - 1), chance.below(4)
    if slip == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if slip == 1:
        return text[:at] + chance.pick(_BESIDE.get(text[at].lower(), _LETTERS)) + text[at + 1 :]
    if slip == 2:
        return text[:at] + chance.pick((text[at], chance.pick(_LETTERS))) + text[at:]
    return text[:at] + text[at + 1 :]


def plain(chance: Chance, text: str, share: float = 0.5) -> str:
    """Text without its accents, at `share` of the times."""
    return anyascii(text) if chance.happens(share) else text


def phone(chance: Chance, number: str) -> str:
    return _PHONES.draw(chance).format(number[:3], number[3:6], number[6:])
