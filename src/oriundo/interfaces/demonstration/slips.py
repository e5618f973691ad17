"""The ways in which lists get a name, a number or an address wrong."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

from oriundo.interfaces.demonstration.bodies import Body
from oriundo.interfaces.demonstration.tables import table

_SHORT = {
    "Federación": "Fed.",
    "Asociación": "Asoc.",
    "Comité": "Com.",
    "Organizaciones": "Org.",
    "Organización": "Org.",
    "Association": "Assoc.",
    "Federation": "Fed.",
    "Committee": "Comm.",
    "Deportivo": "Dep.",
    "Fundación": "Fund.",
}
_LEAST_TYPO = 5
_OLD_NUMBERS = 15


def typo(text: str, rng: random.Random) -> str:
    """One letter of a long word dropped, doubled or exchanged with the next."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= _LEAST_TYPO and word.isalpha()]
    if not long:
        return text
    chosen = rng.choice(long)
    word = words[chosen]
    at = rng.randrange(1, len(word) - 2)
    words[chosen] = rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)


def without_accents(text: str) -> str:
    """ "Jesús Ñuñoa" -> "Jesus Nunoa"."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def abbreviated(text: str) -> str:
    """The usual short forms: "Asociación" -> "Asoc."."""
    return " ".join(_SHORT.get(word, word) for word in text.split(" "))


def garbled(
    text: str, body: Body, rng: random.Random, *, typos: float, accents: float, short: float
) -> str:
    """A name of `body` with each kind of slip at its probability."""
    if rng.random() < short:
        text = abbreviated(text)
    if not body.steady and rng.random() < typos:
        text = typo(text, rng)
    return without_accents(text) if rng.random() < accents else text


def aged(body: Body, rng: random.Random, *, moved: float, old_phone: float) -> Body:
    """`body` as it was some years ago: another street of its city, another number."""
    if body.named_in_report or body.steady:
        return body
    if body.address and rng.random() < moved:
        street = rng.choice(table("words/streets.csv"))["street"]
        body = replace(body, address=f"{rng.randrange(100, 9900)} {street}")
    if body.phone and rng.random() < old_phone:
        body = replace(body, phone=f"{body.phone[:8]}01{99 - rng.randrange(_OLD_NUMBERS):02d}")
    return body


def reach(body: Body, rng: random.Random, *, phone: float, email: float) -> tuple[str, str]:
    """(telephone, mail) as a list gives them, each with its chance, but never neither."""
    if body.steady:
        return body.phone, body.email
    shown = maybe(body.phone, rng, phone)
    return shown, maybe(body.email, rng, email if shown else 1.0)


def maybe(value: str, rng: random.Random, chance: float) -> str:
    """`value` with the given chance, else nothing: the field was left empty."""
    return value if rng.random() < chance else ""
