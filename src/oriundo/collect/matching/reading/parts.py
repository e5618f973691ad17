"""The parts of a name: kind, place of origin, place of residence, proper part, acronym, form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oriundo.base.core.text import fold
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.acronyms import stands_for
from oriundo.collect.matching.reading.answers import Part
from oriundo.collect.matching.reading.mentions import Mentions
from oriundo.collect.matching.reading.scanning import Scan

KIND = "kind"
ORIGIN = "origin"
RESIDENCE = "residence"
ACRONYM = "acronym"
LEGAL_FORM = "legal_form"
NOISE = "noise"
PROPER = "proper"

_IN_BRACKETS = re.compile(r"[(\[]([^)\]]{2,14})[)\]]")
_ACRONYM = re.compile(r"^[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ.&-]{1,11}$")
_MOST_LEGAL_WORDS = 5


def parts(scan: Scan, named: Mentions, town: tuple[int, int]) -> tuple[Part, ...]:
    """The parts in the order of the name; `town`: the tokens of the hometown, an origin too."""
    roles = _roles(scan, named, town)
    found: list[Part] = []
    place = 0
    while place < len(roles):
        role, means = roles[place]
        stop = place + 1
        while stop < len(roles) and roles[stop] == (role, means):
            stop += 1
        if role == PROPER:
            found += _proper(scan, place, stop)
        elif role:
            found.append(Part(role, _text(scan, place, stop), means))
        place = stop
    return tuple(found)


def distinctive(named: Sequence[Part]) -> tuple[str, ...]:
    """The folded words of the proper parts, stop words aside."""
    stop = lexicon.words("stop_words")
    return tuple(w for p in named if p.role == PROPER for w in p.means.split() if w not in stop)


def _roles(scan: Scan, named: Mentions, town: tuple[int, int]) -> list[tuple[str, str]]:
    """(role, meaning) of every token; ("", "") for a word that only joins others."""
    roles = [(PROPER, "")] * len(scan.tokens)
    for found in scan.found:
        if found.entry.kind:
            _set(roles, found.start, found.stop, KIND, found.entry.kind)
        elif found.entry.noise:
            _set(roles, found.start, found.stop, NOISE, found.form)
    for residence in named.residences:
        code = residence.entry.residence or residence.form
        _set(roles, residence.start, residence.stop, RESIDENCE, code)
    for origin in named.origins:
        _set(roles, origin.start, origin.stop, ORIGIN, "|".join(origin.sense.codes))
    if town[1]:
        _set(roles, *town, ORIGIN, " ".join(scan.tokens[town[0] : town[1]]))
    _legal_form(scan, roles)
    _acronym(scan, roles)
    return roles


def _set(roles: list[tuple[str, str]], start: int, stop: int, role: str, means: str) -> None:
    roles[start:stop] = [(role, means)] * (stop - start)


def _legal_form(scan: Scan, roles: list[tuple[str, str]]) -> None:
    """Legal forms at the end, "A.C." or "a New Jersey nonprofit corporation"."""
    forms = lexicon.words("legal_forms")
    stop = len(scan.tokens)
    while stop > 1:
        for size in range(min(_MOST_LEGAL_WORDS, stop - 1), 0, -1):
            form = " ".join(scan.tokens[stop - size : stop])
            if form in forms:
                _set(roles, stop - size, stop, LEGAL_FORM, form)
                stop -= size
                break
        else:
            break


def _acronym(scan: Scan, roles: list[tuple[str, str]]) -> None:
    """An acronym in brackets, alone, or at the beginning or end of the words it is made of."""
    for match in _IN_BRACKETS.finditer(scan.text):
        if _ACRONYM.match(match.group(1).strip()):
            for place, (start, end) in enumerate(scan.spans):
                if match.start() < start and end < match.end() and roles[place][0] != LEGAL_FORM:
                    roles[place] = (ACRONYM, fold(match.group(1)).replace(" ", "").upper())
            return
    if len(scan.tokens) == 1 and _ACRONYM.match(scan.text.strip()):
        roles[0] = (ACRONYM, scan.tokens[0].upper())
        return
    _initials(scan, roles)


def _initials(scan: Scan, roles: list[tuple[str, str]]) -> None:
    """ "AFHAC Asociación de Familias Hondureñas ..." : the first letters of what follows it."""
    stop_words = lexicon.words("stop_words")
    words = [
        (place, token)
        for place, token in enumerate(scan.tokens)
        if token not in stop_words and roles[place][0] != LEGAL_FORM
    ]
    for at, others in ((0, words[1:]), (-1, words[:-1])):
        if len(words) < 4 or roles[words[at][0]][0] != PROPER:
            continue
        letters = tuple(token for _, token in others)
        if 3 <= len(words[at][1]) <= 8 and stands_for(words[at][1], letters):
            roles[words[at][0]] = (ACRONYM, words[at][1].upper())
            return


def _proper(scan: Scan, start: int, stop: int) -> list[Part]:
    """A run of other words, without the stop words at its ends."""
    stop_words = lexicon.words("stop_words")
    while start < stop and scan.tokens[start] in stop_words:
        start += 1
    while stop > start and scan.tokens[stop - 1] in stop_words:
        stop -= 1
    if start == stop:
        return []
    return [Part(PROPER, _text(scan, start, stop), " ".join(scan.tokens[start:stop]))]


def _text(scan: Scan, start: int, stop: int) -> str:
    return scan.text[scan.spans[start][0] : scan.spans[stop - 1][1]]
