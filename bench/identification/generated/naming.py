"""What an organization is called, in both languages, in short and by its initials."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.places import City, Town
from bench.identification.generated.words import table

_SMALL = frozenset(
    re.findall(r"\w+", "de del la las los el y en pro por para a the of and in for from")
)
_COMPASS = (
    ("Medio Oeste", "Midwest"),
    ("Sur de California", "Southland"),
    ("Noreste", "Northeast"),
    ("Noroeste", "Northwest"),
    ("Sureste", "Southeast"),
)
_PATTERNS: Mapping[str, Urn[Mapping[str, str]]] = {
    of: Urn(rows, [float(row["weight"]) for row in rows])
    for of in ("town", "state", "country", "federation", "part")
    for rows in [[row for row in table("patterns") if row["of"] == of]]
}


@dataclass(frozen=True, slots=True)
class Name:
    es: str
    en: str
    short: str
    acronym: str

    def extended(self, es: str, en: str) -> Name:
        """The name with the same addition everywhere: a chapter, a number."""
        return Name(
            f"{self.es} {es}", f"{self.en} {en}", f"{self.short} {es}", initials(f"{self.es} {es}")
        )


def invent(chance: Chance, of: str, town: Town, city: City, parent: Name | None = None) -> Name:
    """A name for an organization `of` a town, a state, a country, a federation, or a part of
    `parent`."""
    pattern = _PATTERNS[of].draw(chance)
    words = _words(chance, town, city, parent)
    es = pattern["es"].format_map(words)
    return Name(
        es, pattern["en"].format_map(words), pattern["short"].format_map(words), initials(es)
    )


def _words(chance: Chance, town: Town, city: City, parent: Name | None) -> dict[str, str]:
    proper = chance.pick(table("proper"))
    compass = chance.pick(_COMPASS)
    nation, adjective = town.country, town.state["adjective"].capitalize()
    feminine = _feminine(adjective)
    return {
        "town": town.name,
        "state": town.state["name"],
        "city": city.name,
        "where": city.where,
        "proper": proper["es"],
        "proper_en": proper["en"],
        "adjective": adjective,
        "adjectives": _plural(adjective),
        "feminine": feminine,
        "feminines": _plural(feminine),
        "adjective_en": town.state["adjective_en"],
        "nation_f": nation["feminine"],
        "nation_fs": nation["feminine_plural"],
        "nations": nation["plural"],
        "nation_en": nation["adjective_en"],
        "compass": compass[0],
        "compass_en": compass[1],
        "parent": parent.es if parent else "",
        "parent_en": parent.en if parent else "",
        "parent_short": parent.short if parent else "",
    }


def _feminine(adjective: str) -> str:
    return adjective[:-1] + "a" if adjective.endswith("o") else adjective


def _plural(adjective: str) -> str:
    return adjective + ("s" if adjective[-1] in "aeo" else "es")


def initials(name: str) -> str:
    """The initials of the words that count: `CPMJ`; "" when they are fewer than three."""
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in _SMALL]
    letters = "".join(word if word.isdigit() else word[0].upper() for word in words)
    return letters if len(letters) > 2 else ""
