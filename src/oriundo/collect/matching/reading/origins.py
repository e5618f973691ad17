"""Whose organization it is: the origins that a name or a source tells, and the verdict.

In a tax register nearly everything is not of migrants. So evidence is weighed with its context,
every conclusion carries its sentence, and "unknown" is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.text import fold
from oriundo.base.places.names import country_code, country_name
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.reading.answers import (
    SAID,
    Answer,
    Evidence,
    Hometown,
    Origins,
    Reason,
)
from oriundo.collect.matching.reading.false_friends import ADVOCATION
from oriundo.collect.matching.reading.mentions import Mention, Mentions, mentions
from oriundo.collect.matching.reading.scanning import Scan, scan
from oriundo.collect.matching.reading.vocabulary import DIVISION, PEOPLE, country_of
from oriundo.collect.matching.reading.weighing import (
    MANY,
    WEIGHTS,
    code_of,
    confidence,
    reason_of,
)

DESCRIBED = gettext_noop("the description speaks of migrants from %(place)s: “%(word)s”")
AT_HOME = gettext_noop("it is in %(place)s itself")
NEIGHBORS = gettext_noop("“%(word)s” are a people of %(place)s and of its neighbors")
NOTHING = gettext_noop("nothing in the name tells of migrants or of a place of origin")
UNSURE = gettext_noop("“%(word)s” alone does not tell whether they are migrants")
NO_ORIGIN = gettext_noop("no place of origin is named")

Verdict = Answer[bool | None]
NOTHING_TOLD: Verdict = Answer(None, 0.0, (NOTHING, {}))

_STRONG = 0.85
_FAIR = 0.7
_HALF = 0.5
_LEAST_KEPT = 0.25
_SHARED = frozenset({"san", "santa", "santo", "la", "las", "el", "los", "saint"})
_AGAINST = frozenset(
    {"aid", "aid_of_people", "thing", "scenery", "migration", "sending", "staying", "friend"}
)
_FIRM = ("people_plural", "people", "country", "division")


def as_said(origins: Sequence[str]) -> Origins:
    """What the source itself says, in codes or in words."""
    codes = dict.fromkeys(filter(None, (country_code(o) or _demonym(o) for o in origins)))
    return tuple((code, 1.0, (SAID, {"place": _place(code)})) for code in codes)


def _demonym(text: str) -> str:
    code = lexicon.demonyms().get(fold(text), "")
    return country_of(code) if code else ""


def found_in(scanned: Scan, named: Mentions, towns: Sequence[Hometown]) -> Origins:
    """Origins that the name itself names: peoples before places, firm before doubtful."""
    ranked = sorted(named.origins, key=lambda m: (m.sense.doubtful, m.sense.sort != PEOPLE))
    best = [m for m in ranked if _rank(m) == _rank(ranked[0]) and _stands(m, scanned)]
    found: dict[str, tuple[str, float, Reason]] = {}
    others = {c for m in named.origins if len(m.sense.countries) == 1 for c in m.sense.countries}
    for mention in sorted(best, key=lambda m: m.start):
        code, trust, reason = _origin(mention, others, scanned)
        found.setdefault(code, (code, trust, reason))
    if not found and towns and towns[0].country:
        country = towns[0].country
        trust = round(sum(town.confidence for town in towns if town.country == country), 3)
        if trust >= _HALF:
            found[country] = (country, min(trust, _STRONG), towns[0].reason)
    return tuple(found.values())


def _stands(mention: Mention, scanned: Scan) -> bool:
    """Whether a mention names an origin: many towns are called San José, and many begin so."""
    if not mention.sense.codes or not (mention.sense.doubtful and mention.sense.sort == DIVISION):
        return bool(mention.sense.codes)
    shared = mention.form.split()[0] in _SHARED or len(mention.sense.codes) > 1
    rest = scanned.tokens[mention.stop :]
    longer = len(rest) > 1 and rest[0] in {"de", "del"} and rest[1] not in _known_starts(scanned)
    return not shared and not longer


def _known_starts(scanned: Scan) -> set[str]:
    return {scanned.tokens[found.start] for found in scanned.found}


def _rank(mention: Mention) -> tuple[bool, bool]:
    return mention.sense.doubtful, mention.sense.sort != PEOPLE


def _origin(mention: Mention, others: set[str], scanned: Scan) -> tuple[str, float, Reason]:
    countries = mention.sense.countries
    if len(countries) == 1:
        trust = _HALF if mention.sense.doubtful else _STRONG
        return countries[0], trust, reason_of(mention, scanned)
    told = [code for code in countries if code in others]
    code = told[0] if told else countries[0]
    reason = (NEIGHBORS, {"word": mention.form, "place": _place(code)})
    return code, _STRONG if told else _HALF, reason


def described(description: str) -> Origins:
    """Origins in a description that speaks of migrants."""
    scanned = scan(description)
    groups = {group for found in scanned.found for group in found.entry.groups}
    if not groups & {"migrants", "oriundos"}:
        return ()
    told = [m for m in mentions(scanned, "").origins if m.sense.sort == PEOPLE and m.sense.codes]
    codes = {code: m for m in told for code in m.sense.countries[:1]}
    if len(codes) != 1:
        return ()
    code, mention = next(iter(codes.items()))
    return ((code, _FAIR, (DESCRIBED, {"word": mention.form, "place": _place(code)})),)


def judge(
    named: Mentions, evidence: tuple[Evidence, ...], found: Origins, residence: str
) -> Verdict:
    """Is it an organization of migrants? From its name alone."""
    if residence and found and all(code == residence for code, _, _ in found):
        return Answer(False, _STRONG, (AT_HOME, {"place": _place(residence)}))
    weights = {e.code: e for e in evidence}
    speaks = bool(named.origins) or bool(weights.keys() & {"oriundos", "town"})
    if not speaks:
        if friend := weights.get("friend"):
            unsure = "spanish" in weights or friend.reason[1].get("what") == ADVOCATION
            return Answer(None if unsure else False, 0.0 if unsure else _STRONG, friend.reason)
        return NOTHING_TOLD
    sure = round(confidence(evidence), 3)
    if sure >= _HALF:
        return Answer(True, sure, _for(evidence))
    against = [e for e in evidence if e.code in _AGAINST]
    if against:
        return Answer(False, round(1 - sure, 3), min(against, key=lambda e: e.weight).reason)
    return Answer(None, sure, _unsure(named, evidence))


def kept(found: Origins, verdict: Verdict, named: Mentions) -> Origins:
    """The origins that stand after the verdict: none of a thing, none that is a mere guess."""
    if verdict.value is True:
        return found
    firm = any(code_of(m) in _FIRM for m in named.origins)
    return found if verdict.value is None and firm and verdict.confidence >= _LEAST_KEPT else ()


def origin_answer(found: Origins, named: Mentions) -> Answer[tuple[str, ...]]:
    """The countries of origin as one answer; none when they are of many, or nobody knows."""
    if found:
        codes = tuple(code for code, _, _ in found)
        return Answer(codes, min(trust for _, trust, _ in found), found[0][2])
    many = next((m for m in named.origins if not m.sense.codes), None)
    return Answer((), 0.0, (MANY, {"word": many.form}) if many else (NO_ORIGIN, {}))


def _for(evidence: tuple[Evidence, ...]) -> Reason:
    """The strongest reason for, a people or a place of origin before all others."""
    origin = [e for e in evidence if e.code.startswith(("people", "country", "division", "town"))]
    return max(origin or evidence, key=lambda e: e.weight).reason


def _unsure(named: Mentions, evidence: tuple[Evidence, ...]) -> Reason:
    faith = next((e for e in evidence if e.code == "faith"), None)
    if faith or not named.origins:
        return faith.reason if faith else (NOTHING, {})
    best = max(named.origins, key=lambda m: WEIGHTS[code_of(m)])
    return (UNSURE, {"word": best.form})


def _place(code: str) -> str:
    """The English name; an interface that speaks another language says it in that."""
    return country_name(code, "en")
