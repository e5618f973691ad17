"""All that the lexicons know of a form, in one table, so that a name is read in one pass.

A form may be several things at once: "comunidad" is a kind and tells of a community, "guanacos"
are Salvadorans and animals. What it is in a name is decided by its neighbors, not here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from oriundo.base.core.text import fold
from oriundo.base.places.names import REGIONS, country_name, country_of_division, division_forms
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.spelling import Speller

PEOPLE = "people"
COUNTRY = "country"
DIVISION = "division"
_MANY = "*"
_BROAD = "?"
_LEAST_SPELLED = 7
_LEAST_OF_A_PEOPLE = 8
_LEAST_FORM = 4
_HOSTS = frozenset({"USA", "CAN"})
_DIVIDED = ("MX", "GT", "SV", "HN", "NI", "CR", "PA", "BZ")
_TELLING = frozenset({"oriundos", "migrants"})
_LANGUAGES = ("es", "en", "fr")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form names. `sort`: PEOPLE, COUNTRY or DIVISION; `codes`: countries, regions or
    divisions that it may mean, none for a people of many countries; `plural`: persons, not a
    quality ("salvadoreños"); `doubtful`: it names other things as often."""

    sort: str
    codes: tuple[str, ...]
    plural: bool = False
    doubtful: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(country_of(code) for code in self.codes))


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind`: concept; `friend`: what a false friend is; `residence`: code of a place where
    migrants live; `groups`: groups of contexts.csv; the rest "" or None when the form is not."""

    sense: Sense | None = None
    kind: str = ""
    friend: str = ""
    residence: str = ""
    noise: bool = False
    groups: frozenset[str] = frozenset()

    @property
    def tells(self) -> bool:
        """Whether it may tell of migrants or of a place of origin."""
        return bool(self.sense or self.friend) or not self.groups.isdisjoint(_TELLING)


def country_of(code: str) -> str:
    """The country or region of a code: "MX-ZAC" -> "MEX", "REG-CAM" -> "REG-CAM"."""
    return code if len(code) == 3 or code in REGIONS else country_of_division(code)


def is_division(code: str) -> bool:
    """Whether a code is of a state, department or province: "MX-ZAC"."""
    return "-" in code and code not in REGIONS


@dataclass(frozen=True, slots=True)
class Table:
    """`entries`: form -> what it is; `longest`: first word -> the most words of such a form."""

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]


@cache
def table() -> Table:
    """The table of all lexicons."""
    entries: dict[str, Entry] = defaultdict(Entry)
    kinds = {form: kind.concept for form, kind in lexicon.kinds().items()}
    for form, code in _residences():
        entries[form] = replace(entries[form], residence=code)
    for form, sense in {**_divisions(), **_peoples(), **_countries()}.items():
        entries[form] = replace(entries[form], sense=sense)
    for form, concept in kinds.items():
        entries[form] = replace(entries[form], kind=concept)
    for group, forms in lexicon.by_group("contexts").items():
        for form in forms:
            kind = entries[form].kind or _kind_in(form, kinds)
            groups = entries[form].groups | {group}
            entries[form] = replace(entries[form], kind=kind, groups=groups)
    for form in lexicon.words("noise"):
        entries[form] = replace(entries[form], noise=True)
    for row in lexicon.rows("false_friends"):
        entries[row["phrase"]] = Entry(friend=row["what it is"])
    return Table(dict(entries), lexicon.first_words(*sorted(entries)))


def _kind_in(form: str, kinds: Mapping[str, str]) -> str:
    """The kind that a longer form holds: "club social" is a club, "bar association" one, too."""
    words = form.split()
    return next((kinds[word] for word in words if word in kinds), "") if len(words) > 1 else ""


def _residences() -> Iterator[tuple[str, str]]:
    """Divisions of the United States and Canada, and cities where migrants live."""
    for code, forms in division_forms().items():
        if country_of_division(code) in _HOSTS:
            yield from ((form, code) for form in forms if len(form) > _LEAST_FORM)
    for row in lexicon.rows("residences"):
        yield from ((form, row["code"]) for form in row["forms"].split("|"))


def _divisions() -> dict[str, Sense]:
    doubtful = lexicon.words("doubtful_places")
    return {
        form: Sense(DIVISION, (code,), doubtful=form in doubtful)
        for code, forms in division_forms().items()
        if code.split("-", 1)[0] in _DIVIDED
        for form in forms
        if len(form) > _LEAST_FORM or form in doubtful
    }


def _countries() -> dict[str, Sense]:
    """Names of the countries whose peoples are known, and of lands that are none."""
    doubtful = lexicon.words("doubtful_places")
    codes = {code for sense in _peoples().values() for code in sense.countries}
    forms: dict[str, tuple[str, ...]] = {}
    for code in sorted(codes - _HOSTS):
        for language in _LANGUAGES:
            forms[fold(country_name(code, language))] = (code,)
    for row in lexicon.rows("homelands"):
        forms[row["form"]] = () if row["code"] == _MANY else tuple(row["code"].split("|"))
    return {
        form: Sense(COUNTRY, codes, doubtful=form in doubtful)
        for form, codes in forms.items()
        if len(form) >= _LEAST_FORM
    }


@cache
def _peoples() -> dict[str, Sense]:
    doubtful = lexicon.words("doubtful_peoples")
    senses: dict[str, Sense] = {}
    for row in (*lexicon.rows("demonyms"), *lexicon.rows("peoples")):
        said = row.get("codes") or row["code"]
        codes = () if said in {_MANY, _BROAD} else tuple(said.split("|"))
        for form, plural in _inflected(row):
            unsure = form in doubtful or said == _BROAD
            senses[form] = Sense(PEOPLE, codes, plural, doubtful=unsure)
    return senses


def _inflected(row: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Every gender and number of a row's lemmas, and whether it is a plural."""
    for lemma in filter(None, row["es"].split("|")):
        forms = lexicon.inflected(lemma)
        yield from ((form, place >= len(forms) // 2) for place, form in enumerate(forms))
        if lemma[-1] not in "aeos":
            yield f"{lemma}s", True
    for lemma in filter(None, row["en"].split("|")):
        yield lemma, False
        yield f"{lemma}s", True
    for lemma in filter(None, (row["fr"] or "").split("|")):
        for form in (lemma, *_feminine(lemma)):
            yield form, False
            yield f"{form}s", True


def _feminine(lemma: str) -> tuple[str, ...]:
    """French feminines: salvadorien -> salvadorienne, mexicain -> mexicaine."""
    if lemma.endswith(("ien", "een", "yen")):
        return (f"{lemma}ne", f"{lemma}e")
    return () if lemma.endswith("e") else (f"{lemma}e",)


@cache
def speller() -> Speller:
    """Mends the names of the peoples of demonyms.csv, of their countries and of kinds."""
    peoples = {f: c for f, c in lexicon.demonyms().items() if " " not in f}
    meanings: dict[str, object] = {f: c for f, c in peoples.items() if len(f) >= _LEAST_SPELLED}
    countries = {code for code in peoples.values() if len(code) == 3}
    for form, entry in table().entries.items():
        named = entry.sense if " " not in form and len(form) > _LEAST_SPELLED else None
        if named and named.sort == COUNTRY and countries.issuperset(named.codes):
            meanings[form] = named.codes
    for form, sense in _peoples().items():
        if sense.codes and " " not in form and len(form) >= _LEAST_OF_A_PEOPLE:
            meanings.setdefault(form, sense.codes)
    meanings.update({f: k.concept for f, k in lexicon.kinds().items() if len(f) > 8})
    known = {word for form in table().entries for word in form.split()}
    known |= lexicon.words("no_errors") | lexicon.translations().keys()
    return Speller(meanings, known | lexicon.everyday_words().keys())
