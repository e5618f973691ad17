"""The words of organizations' names, read from `lexicon/*.csv`, and ready for look-up.

Every file is one table that a person who knows no code can read and correct. Forms are written
folded (lower case, no accents); several forms of a line are parted by `|`. The files hold
language, never the names of organizations.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from oriundo.base.core.text import fold
from oriundo.base.places.names import country_code


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organization; `structure` and `objective` are "" when the kind does not tell.

    `also`: a comparable word that the kind says too, so that "Asociación de Oriundos de Jerez" has
    the "oriundos" of "Oriundos de Jerez"; or "".
    """

    concept: str
    structure: str
    objective: str
    also: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one lexicon file, by header."""
    path = resources.files(__package__).joinpath("lexicon", f"{name}.csv")
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a file that is a plain list (stop words, legal forms, false friends)."""
    return frozenset(next(iter(row.values())) for row in rows(name))


@cache
def kinds() -> dict[str, Kind]:
    """Form -> kind of organization, in Spanish, English and French, abbreviations included."""
    return {
        form: Kind(row["concept"], row["structure"], row["objective"], row["also"])
        for row in rows("kinds")
        for form in row["forms"].split("|")
    }


@cache
def translations() -> dict[str, str]:
    """Form -> concept, for common words that lists translate."""
    return {
        form: row["concept"] for row in rows("translations") for form in row["forms"].split("|")
    }


@cache
def everyday_words() -> dict[str, tuple[str, ...]]:
    """Form -> comparable words, for the everyday words that proper names are made of.

    `everyday_words.csv` gives each concept its words in Spanish and English: a "noun" stands for
    its plural too, an "adjective" for both genders and numbers in Spanish, a "saint" is called by
    name ("san Juan", "Saint John"), and what is "fixed" is as written.
    """
    return {
        form: tuple(row["concept"].split())
        for row in rows("everyday_words")
        for form in everyday_forms(row)
    }


@cache
def everyday_concepts() -> frozenset[str]:
    """The comparable words that everyday words stand for, not those of the field."""
    said = {row["concept"] for row in rows("everyday_words")}
    return frozenset(one for one in said if " " not in one and ":" not in one)


@cache
def concepts_of_the_field() -> frozenset[str]:
    """The comparable words that the words of `translations.csv` stand for."""
    return frozenset(translations().values())


def everyday_forms(row: Mapping[str, str]) -> Iterator[str]:
    """Every form of one line of `everyday_words.csv`, folded."""
    in_spanish, in_english = _FORMS_OF[row["sort"]]
    for lemma in filter(None, row["es"].split("|")):
        yield from in_spanish(lemma)
    for lemma in filter(None, row["en"].split("|")):
        yield from in_english(lemma)


def _as_written(form: str) -> tuple[str, ...]:
    return (form,)


def _noun(lemma: str) -> tuple[str, ...]:
    """
    >>> _noun("flor"), _noun("luz"), _noun("lunes"), _noun("buen pastor")
    (('flor', 'flores'), ('luz', 'luces'), ('lunes',), ('buen pastor',))
    """
    if " " in lemma or lemma.endswith("s"):
        return (lemma,)
    if lemma.endswith("z"):
        return (lemma, f"{lemma[:-1]}ces")
    return (lemma, f"{lemma}s" if lemma[-1] in "aeiou" else f"{lemma}es")


def _adjective(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("or"):
        return (*_noun(lemma), *_noun(f"{lemma}a"))
    return inflected(lemma) if lemma.endswith("o") else _noun(lemma)


def _english_noun(lemma: str) -> tuple[str, ...]:
    """
    >>> _english_noun("lily"), _english_noun("fox"), _english_noun("day")
    (('lily', 'lilies'), ('fox', 'foxes'), ('day', 'days'))
    """
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return (lemma, f"{lemma}es")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, f"{lemma[:-1]}ies")
    return (lemma, f"{lemma}s")


def _spanish_saint(name: str) -> tuple[str, ...]:
    return tuple(f"{saint} {name}" for saint in ("san", "santa", "santo"))


def _english_saint(name: str) -> tuple[str, ...]:
    """Also "St. John's"."""
    return tuple(f"{saint} {name}{end}" for saint in ("saint", "st") for end in ("", "s"))


_FORMS_OF: dict[str, tuple[Callable[[str], tuple[str, ...]], Callable[[str], tuple[str, ...]]]] = {
    "fixed": (_as_written, _as_written),
    "noun": (_noun, _english_noun),
    "adjective": (_adjective, _as_written),
    "saint": (_spanish_saint, _english_saint),
}


@cache
def demonyms() -> dict[str, str]:
    """Form (any gender and number) -> country (alpha-3), region or division (ISO 3166-2)."""
    forms: dict[str, str] = {}
    for row in rows("demonyms"):
        for lemma in filter(None, row["es"].split("|")):
            forms.update(dict.fromkeys(inflected(lemma), row["code"]))
        for lemma in filter(None, (*row["en"].split("|"), *(row["fr"] or "").split("|"))):
            endings = ("", "s", "e", "es")
            forms.update({lemma + ending: row["code"] for ending in endings})
    return forms


def inflected(lemma: str) -> tuple[str, ...]:
    """A Spanish demonym (folded, masculine singular) in both genders and numbers.

    >>> inflected("zacatecano")
    ('zacatecano', 'zacatecana', 'zacatecanos', 'zacatecanas')
    """
    if lemma.endswith("o"):
        stem = lemma[:-1]
        return (lemma, f"{stem}a", f"{stem}os", f"{stem}as")
    if lemma.endswith("es"):
        return (lemma, f"{lemma}a", f"{lemma}es", f"{lemma}as")
    if lemma.endswith(("e", "a")):
        return (lemma, f"{lemma}s")
    return (lemma, f"{lemma}es")


def origin_code(said: str) -> str:
    """The code of a country, region or people as a source says it; folded text when unknown."""
    return country_code(said) or demonyms().get(fold(said), "") or fold(said)


@cache
def by_group(name: str) -> dict[str, tuple[str, ...]]:
    """Group -> folded forms, for files of two columns (contexts, objectives, differences)."""
    return {next(iter(row.values())): tuple(row["forms"].split("|")) for row in rows(name)}


@cache
def group_of(name: str) -> dict[str, str]:
    """Form -> group, the inverse of `by_group` (the first group wins)."""
    forms: dict[str, str] = {}
    for group, members in by_group(name).items():
        for form in members:
            forms.setdefault(form, group)
    return forms


@cache
def bodies() -> dict[str, int]:
    """What organizations have that is a body of its own -> 2 where the word alone says so
    ("scholarship fund"), 1 where another does beside it ("women's committee", "soccer team")."""
    return {row["word"]: 2 if row["alone"] == "yes" else 1 for row in rows("bodies")}


@cache
def hosts(kind: str) -> frozenset[str]:
    """Web hosts that many organizations share: "platform" (pages) or "mail" (mailboxes)."""
    return frozenset(row["host"] for row in rows("hosts") if row["kind"] == kind)


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation -> the full words, all folded."""
    return {row["short"]: row["full"] for row in rows("abbreviations")}


@cache
def cities() -> dict[str, str]:
    """What people write for a city instead of its name -> its name, folded."""
    return {row["short"]: row["full"] for row in rows("cities")}


@cache
def street_words() -> dict[str, str]:
    """Word of an address -> its shortest usual form."""
    return {row["form"]: row["word"] for row in rows("streets")}


@cache
def first_words(*phrases: str) -> dict[str, int]:
    """First word -> the most words of any phrase that begins with it."""
    longest: dict[str, int] = defaultdict(int)
    for phrase in phrases:
        parts = fold(phrase).split()
        longest[parts[0]] = max(longest[parts[0]], len(parts))
    return dict(longest)
