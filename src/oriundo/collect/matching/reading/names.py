"""What a name says of an organization: its kind, and whose it is.

The question that matters most is the hardest: is this an organization of migrants at all, and of
which country? One pass finds the known forms (`scanning`), their neighbors tell origins from
residences (`mentions`), towns are looked up in the gazetteer that is passed in (`towns`), all of
it is weighed (`weighing`), and every conclusion carries its sentence. "Unknown" is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from oriundo.base.core.text import fold
from oriundo.collect.matching.reading import axes
from oriundo.collect.matching.reading.answers import (
    Answer,
    Evidence,
    Hometown,
    NameReading,
    Origins,
    Part,
    Reason,
)
from oriundo.collect.matching.reading.mentions import mentions
from oriundo.collect.matching.reading.origins import (
    NOTHING_TOLD,
    Verdict,
    as_said,
    described,
    found_in,
    judge,
    kept,
    origin_answer,
)
from oriundo.collect.matching.reading.parts import ACRONYM, KIND, LEGAL_FORM, distinctive, parts
from oriundo.collect.matching.reading.scanning import Scan, scan
from oriundo.collect.matching.reading.towns import Towns, hometowns, no_towns
from oriundo.collect.matching.reading.weighing import weigh

__all__ = ["NameReading", "Reason", "read_name"]

_SAID = 0.95
_DESCRIBED = 0.7
_NO_TOKENS = (0, 0)


def read_name(
    name: str,
    *,
    alternate_names: Sequence[str] = (),
    description: str = "",
    origins: Sequence[str] = (),
    hometown: str = "",
    residence_country: str = "",
    city: str = "",
    acronym: str = "",
    objective: str = "",
    towns: Towns = no_towns,
) -> NameReading:
    """Read an organization's name, with what else its source says.

    `origins`: countries as the source says them (codes or words); `residence_country`: alpha-3 of
    where it is, so that a Mexican association in Mexico is no diaspora; `city`: where it is, so
    that the city in a name is not taken for a hometown; `objective`: in the source's words;
    `towns`: a gazetteer, folded phrase -> the towns that it may name.
    """
    here = fold(city)
    title = scan(_title(name))
    whole = scan(" | ".join((name, *alternate_names))) if alternate_names else title
    named = mentions(whole, here)
    places, at = hometowns(whole, named, towns, residence_country, here)
    if places and places[0].country:
        named = named.without(*at)
    evidence = weigh(whole, named, places) if _relevant(whole, places) else ()
    found: Origins = ()
    verdict = NOTHING_TOLD
    if evidence:
        found = found_in(whole, named, places)
        verdict = judge(named, evidence, found, residence_country)
        found = kept(found, verdict, named)
    found, verdict = _with_source(found, verdict, origins, description, residence_country)
    standing = places if verdict.value is not False else ()
    answers: dict[str, Answer[object]] = {
        "diaspora": verdict,
        "origin": origin_answer(found, named),
        "division": axes.division(named, standing, bool(found)),
        "member_origin": axes.member_origin(hometown, standing, named, verdict.value, bool(found)),
        "hometown": axes.hometown(hometown, standing),
        "structure": axes.structure(title),
        "objective": axes.objective(fold(objective), " ".join(whole.tokens), fold(description)),
    }
    if whole is not title:
        named, at = mentions(title, here), _NO_TOKENS
    spoken = parts(title, named, at if standing else _NO_TOKENS)
    return _reading(answers, spoken, found, standing, evidence, acronym)


def _title(name: str) -> str:
    """The longest part of a page's title: "Club Jerez | Inicio" -> "Club Jerez"."""
    return max(name.split(" | "), key=len) if " | " in name else name


def _relevant(whole: Scan, places: Sequence[Hometown]) -> bool:
    """Most names of a register hold no word of migration and are not weighed."""
    return bool(places) or any(found.entry.tells for found in whole.found)


def _with_source(
    found: Origins, verdict: Verdict, origins: Sequence[str], description: str, residence: str
) -> tuple[Origins, Verdict]:
    """What the source itself says stands; a description decides where the name tells nothing."""
    if said := as_said(origins):
        return said, Answer(True, _SAID, said[0][2])
    if description and verdict.value is None:
        told = described(description)
        if told and told[0][0] != residence:
            return told, Answer(True, _DESCRIBED, told[0][2])
    return found, verdict


def _reading(
    answers: dict[str, Answer[object]],
    spoken: tuple[Part, ...],
    found: Origins,
    standing: tuple[Hometown, ...],
    evidence: tuple[Evidence, ...],
    acronym: str,
) -> NameReading:
    verdict = answers["diaspora"].value
    first = {part.role: part.means for part in reversed(spoken)}
    return NameReading(
        kind=first.get(KIND, ""),
        structure=str(answers["structure"].value),
        origins=found,
        is_diaspora=verdict if isinstance(verdict, bool) else None,
        confidence=answers["diaspora"].confidence,
        member_origin=str(answers["member_origin"].value),
        hometown=str(answers["hometown"].value),
        objective=str(answers["objective"].value),
        acronym=acronym or first.get(ACRONYM, ""),
        legal_form=first.get(LEGAL_FORM, ""),
        distinctive=distinctive(spoken),
        reasons={axis: a.reason for axis, a in answers.items() if a.value not in (None, "", ())},
        divisions=tuple(str(c) for c in _tuple(answers["division"].value)),
        hometowns=standing,
        parts=spoken,
        evidence=evidence,
        answers=answers,
    )


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
