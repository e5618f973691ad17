"""What else a name answers: one place or a country, one organization or many, and what for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.reading.answers import SAID, Answer, Hometown
from oriundo.collect.matching.reading.mentions import Mentions
from oriundo.collect.matching.reading.phrases import Phrases
from oriundo.collect.matching.reading.scanning import Scan
from oriundo.collect.matching.reading.vocabulary import is_division
from oriundo.collect.matching.reading.weighing import DIVISION_OF, MEMBERS, place_of

HOMETOWN = gettext_noop("its members come from one place: %(place)s")
COMMON = gettext_noop("nothing narrower than a country is named")
COALITION = gettext_noop("“%(word)s” is a grouping of organizations")
SINGLE = gettext_noop("“%(word)s” is one organization")
OBJECTIVE = gettext_noop("“%(word)s” tells the main objective")
NO_TOWN = gettext_noop("no town is named")
NO_DIVISION = gettext_noop("no state or department of origin is named")
NO_PLACE = gettext_noop("no place of origin is named")
NO_KIND = gettext_noop("no kind of organization is named")
NO_OBJECTIVE = gettext_noop("neither name nor description tells an objective")

_SURE = 0.9
_FAIR = 0.7
_WEAK = 0.5
_SAID = 1.0


def member_origin(
    said: str, towns: Sequence[Hometown], named: Mentions, verdict: bool | None, origin: bool
) -> Answer[str]:
    """Hometown club (one state, municipality or town of origin) or migrant club.

    `said`: the hometown as the source says it; `origin`: whether any origin is known.
    """
    if verdict is False:
        return Answer("", 0.0, (NO_PLACE, {}))
    if said:
        return Answer("hometown_club", _SAID, (HOMETOWN, {"place": said}))
    if towns and (verdict or origin):
        place = towns[0]
        return Answer("hometown_club", place.confidence, (HOMETOWN, {"place": place.name}))
    divisions = [m.form for m in named.origins if m.sense.codes and is_division(m.sense.codes[0])]
    if divisions and origin:
        return Answer("hometown_club", _SURE, (HOMETOWN, {"place": divisions[0].title()}))
    if verdict and origin:
        return Answer("migrant_club", _FAIR, (COMMON, {}))
    return Answer("", 0.0, (NO_PLACE, {}))


def division(named: Mentions, towns: Sequence[Hometown], origin: bool) -> Answer[tuple[str, ...]]:
    """ISO 3166-2 codes of the states or departments that are named, or that the town is in."""
    for mention in named.origins if origin else ():
        codes = tuple(code for code in mention.sense.codes if is_division(code))
        if codes:
            why = (DIVISION_OF, {"word": mention.form, "place": place_of(mention)})
            return Answer(codes, _FAIR if len(codes) > 1 or mention.sense.doubtful else _SURE, why)
    if towns and towns[0].division:
        return Answer((towns[0].division,), towns[0].confidence, towns[0].reason)
    return Answer((), 0.0, (NO_DIVISION, {}))


def hometown(said: str, towns: Sequence[Hometown]) -> Answer[str]:
    """The likeliest town; `said`: the one that the source says."""
    if said:
        return Answer(said, _SAID, (SAID, {"place": said}))
    if towns:
        return Answer(towns[0].name, towns[0].confidence, towns[0].reason)
    return Answer("", 0.0, (NO_TOWN, {}))


def structure(scan: Scan) -> Answer[str]:
    """A grouping of organizations, or one."""
    groupings = _groupings()
    said = [(found.entry.kind, found.form) for found in scan.found if found.entry.kind]
    for kind, form in said:
        if kind in groupings:
            return Answer("coalition", _SURE, (COALITION, {"word": form}))
    grouped = [form for kind, form in said[1:] if form.endswith("s") and kind in MEMBERS]
    if grouped:
        return Answer("coalition", _FAIR, (COALITION, {"word": grouped[0]}))
    if not said:
        return Answer("", 0.0, (NO_KIND, {}))
    return Answer("single", _FAIR, (SINGLE, {"word": said[0][1]}))


def objective(said: str, name: str, told: str) -> Answer[str]:
    """The main objective, told by the source itself, else by the name, else by the description.

    All three are folded.
    """
    for text, confidence in ((said, _SURE), (name, _FAIR), (told, _WEAK)):
        if word := _objectives().first_in(f" {text} "):
            aim = lexicon.group_of("objectives")[word]
            return Answer(aim, confidence, (OBJECTIVE, {"word": word}))
    return Answer("", 0.0, (NO_OBJECTIVE, {}))


@cache
def _groupings() -> frozenset[str]:
    kinds = lexicon.kinds().values()
    return frozenset(kind.concept for kind in kinds if kind.structure == "coalition")


@cache
def _objectives() -> Phrases:
    return Phrases(f for forms in lexicon.by_group("objectives").values() for f in forms)
