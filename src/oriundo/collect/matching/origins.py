"""Whose organization it is: origins that a name or a source tells, and whether of migrants at all.

In a tax register nearly everything is not, and the words of migration are also the words of
restaurants, missions, dog breeds and towns of the United States. So evidence is weighed with its
context, and every conclusion carries its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.text import fold
from oriundo.base.places.names import (
    REGIONS,
    country_code,
    country_name,
    country_of_division,
    division_forms,
)
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.phrases import Phrases
from oriundo.collect.matching.words import country_forms

Reason = tuple[str, Mapping[str, object]]
"""A sentence marked for translation, and the values that fill it."""

Origins = tuple[tuple[str, float, Reason], ...]
"""(country, region or division of a country, confidence 0 to 1, reason)."""

SAID = gettext_noop("the source says that its members come from %(place)s")
DEMONYM = gettext_noop("“%(word)s” names the people of %(place)s")
COUNTRY = gettext_noop("a “%(kind)s” named after %(place)s")
DESCRIBED = gettext_noop("the description speaks of migrants: “%(word)s”")
FALSE_FRIEND = gettext_noop("“%(phrase)s” is not the country of origin of anybody: %(what)s")
FOREIGN_AID = gettext_noop("“%(word)s” tells of help sent to a country, not of people from it")
NOT_PEOPLE = gettext_noop("“%(word)s” tells of a thing named after a country, not of people")
AT_HOME = gettext_noop("it is in %(place)s itself")

MEMBERS = frozenset(
    {
        "association", "club", "committee", "fraternity", "society", "house", "community",
        "federation", "confederation", "coalition", "council", "hometown_association", "chamber",
        "organization", "union", "league", "movement", "network", "group", "front", "board",
        "congress", "center", "team",
    }
)  # fmt: skip
_NAMED_AFTER = frozenset(
    {
        "association", "club", "committee", "fraternity", "society", "house", "community",
        "federation", "confederation", "coalition", "hometown_association", "union",
    }
)  # fmt: skip
_NEVER = frozenset({"USA", "CAN", *REGIONS})
_MIGRANTS_FROM = (
    "inmigrantes", "migrantes", "emigrantes", "oriundos", "comunidad", "immigrants", "migrants",
    "immigrant", "migrant", "paisanos", "hometown", "diaspora", "expatriates",
)  # fmt: skip
_SURE = 0.95
_STRONG = 0.85
_FAIR = 0.7


def as_said(origins: Sequence[str]) -> Origins:
    """What the source itself says, in codes or in words."""
    codes = dict.fromkeys(filter(None, (country_code(o) or _demonym(o) for o in origins)))
    return tuple((code, 1.0, (SAID, {"place": _place(code)})) for code in codes)


def _demonym(text: str) -> str:
    code = lexicon.demonyms().get(fold(text), "")
    return country_of_division(code) if "-" in code and code not in REGIONS else code


def found_in(text: str, kinds: Sequence[str]) -> Origins:
    """Origins that the name itself names, false friends aside: demonyms first, then countries."""
    clean = text
    for phrase in _friends().all_in(text):
        clean = clean.replace(f" {phrase} ", "  ")
    found: dict[str, tuple[str, float, Reason]] = {}
    for form, code in names_in(clean, _demonym_forms()):
        country = _country(code)
        reason = (DEMONYM, {"word": form, "place": _place(country)})
        found.setdefault(country, (country, _STRONG, reason))
    if found or not set(kinds) & _NAMED_AFTER:
        return tuple(found.values())
    kind = next(kind for kind in kinds if kind in _NAMED_AFTER)
    for _, code in names_in(clean, _place_forms()):
        country = _country(code)
        reason = (COUNTRY, {"kind": kind, "place": _place(country)})
        found.setdefault(country, (country, _FAIR, reason))
    return tuple(found.values())


def described(told: str) -> Origins:
    """Origins in a description that speaks of migrants."""
    if not _migrants_from().first_in(told):
        return ()
    codes = {_country(code): form for form, code in names_in(told, _demonym_forms())}
    if len(codes) != 1:
        return ()
    code, form = next(iter(codes.items()))
    return ((code, _FAIR, (DEMONYM, {"word": form, "place": _place(code)})),)


def judge(
    text: str, kinds: Sequence[str], found: Origins, said: bool, residence: str
) -> tuple[bool | None, float, Reason | None]:
    """Is it an organization of migrants? With the confidence and the sentence that decided."""
    if said:
        return True, _SURE, found[0][2]
    friend = _friends().first_in(text)
    if not found and friend:
        return False, _STRONG, (FALSE_FRIEND, {"phrase": friend, "what": _false_friends()[friend]})
    if not found:
        return None, 0.0, None
    code, confidence, why = found[0]
    if residence and code == residence:
        return False, _STRONG, (AT_HOME, {"place": _place(code)})
    for group, sentence in (("not_people", NOT_PEOPLE), ("foreign_aid", FOREIGN_AID)):
        against = _context(text, group)
        if against and not _context(text, "migrant", strong=True):
            return False, _FAIR, (sentence, {"word": against})
    if set(kinds) & MEMBERS or _context(text, "migrant"):
        return True, confidence, why
    people = str(why[1].get("word", ""))
    if people.endswith("s") and people not in country_forms():
        return True, _FAIR, why
    return None, 0.4, why


def _context(text: str, group: str, *, strong: bool = False) -> str:
    """The first word of a group of contexts that is in the text, or "".

    `strong`: "community" alone does not count, since missions serve communities too.
    """
    return _contexts(group, strong=strong).first_in(text)


def names_in(text: str, forms: Mapping[str, str]) -> list[tuple[str, str]]:
    """(form, code) of every name in the text, the longest first, in the order of the text."""
    tokens = text.split()
    found = []
    place = 0
    while place < len(tokens):
        for size in range(min(5, len(tokens) - place), 0, -1):
            form = " ".join(tokens[place : place + size])
            if form in forms:
                found.append((form, forms[form]))
                place += size
                break
        else:
            place += 1
    return found


def _country(code: str) -> str:
    return code if len(code) == 3 or code in REGIONS else country_of_division(code)


def _place(code: str) -> str:
    """The English name; an interface that speaks another language reads the code beside it."""
    return country_name(code, "en")


@cache
def _contexts(group: str, *, strong: bool) -> Phrases:
    weak = ("community", "comunidad", "communaute", "abroad", "exterior") if strong else ()
    return Phrases(form for form in lexicon.by_group("contexts")[group] if form not in weak)


@cache
def _friends() -> Phrases:
    """Phrases that hold a country's name and are not it, the longest first."""
    return Phrases(sorted(lexicon.words("false_friends"), key=lambda f: (-len(f), f)))


@cache
def _migrants_from() -> Phrases:
    return Phrases(_MIGRANTS_FROM)


@cache
def _demonym_forms() -> dict[str, str]:
    return lexicon.demonyms()


@cache
def _place_forms() -> dict[str, str]:
    """Folded names of countries and of Mexican states that name few other things."""
    doubtful = lexicon.words("doubtful_places")
    states = {
        form: code
        for code, forms in division_forms().items()
        if code.startswith("MX-")
        for form in forms
        if len(form) > 4
    }
    places = {**states, **country_forms()}
    return {f: c for f, c in places.items() if f not in doubtful and c not in _NEVER}


@cache
def division_forms_of_origin() -> dict[str, str]:
    """Forms, demonyms included, that name a first-level division of a country of origin."""
    demonyms = {f: c for f, c in lexicon.demonyms().items() if "-" in c and c not in REGIONS}
    places = {f: c for f, c in _place_forms().items() if "-" in c and c not in REGIONS}
    return {**places, **demonyms}


@cache
def _false_friends() -> dict[str, str]:
    return {row["phrase"]: row["what it is"] for row in lexicon.rows("false_friends")}
