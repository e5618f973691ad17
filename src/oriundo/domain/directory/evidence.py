"""What the records say of the coded fields: origin, the three axes, support; and who decided.

A person's decision weighs most; then what a source states in a column of its own; then what we
read out of its name and description. Among equals the better ranked record decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as initially

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.hometowns import read_hometown
from oriundo.base.places.names import division_name
from oriundo.collect.matching.reading.names import NameReading, Reason
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.collect.sources.normalizing.languages import language_codes
from oriundo.domain.directory.classification import Classification, Suggestion
from oriundo.domain.directory.decisions import Decision
from oriundo.domain.directory.vocabulary import axis_code, support_codes

Read = tuple[Draft, NameReading]
Classified = Mapping[RecordKey, Classification]
_SURE_TOWN = 0.5
STATED = gettext_noop("The source states it: “%(words)s”.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One coded value, the record it was read from, and the sentence that says how."""

    field: str
    value: str
    key: RecordKey
    chosen: bool = False
    reason: str = ""
    values: Mapping[str, str] = initially(default_factory=dict)


def origins(readings: Sequence[Read], decisions: Sequence[Decision] = ()) -> list[Evidence]:
    """Countries and regions of origin: decided, else stated by sources, else said by names.

    Of decisions the latest is chosen alone; else all codes of the best ranked record that states
    any, else reads any.
    """
    stated = [_origins_of(draft, reading) for draft, reading in readings if draft.origins]
    read = [_origins_of(draft, reading) for draft, reading in readings if not draft.origins]
    told = _decided("origin", decisions)
    deciding = told[:1] or next((found for found in [*stated, *read] if found), [])
    made = [replace(e, chosen=place == 0) for place, e in enumerate(told)]
    return made + [replace(e, chosen=e in deciding) for found in [*stated, *read] for e in found]


def hometowns(readings: Sequence[Read]) -> list[Evidence]:
    """The town that the name of the best ranked record tells, where no record states one.

    Two readers must agree: that of names, which knows words ("Encino" is a tree), and that of
    places, which asks what stands before them ("de"). On the invented study 40 of 42 were right.
    """
    if any(draft.hometown for draft, _ in readings):
        return []
    for draft, reading in readings:
        origins = [code for code, _, _ in reading.origins]
        likeliest = reading.hometowns[0] if reading.hometowns else None
        placed = read_hometown(draft.name, origin=origins, residence=draft.city)
        if not likeliest or not placed or placed[0].confidence < _SURE_TOWN:
            continue
        place = placed[0].place
        if (likeliest.country, likeliest.division) == (place.country, place.admin1):
            value = f"{place.name}, {division_name(place.admin1, 'es')}"
            return [replace(_read("hometown", value, draft, likeliest.reason), chosen=True)]
    return []


def axis(
    name: str,
    readings: Sequence[Read],
    found: Classified | None = None,
    decisions: Sequence[Decision] = (),
) -> list[Evidence]:
    """What is known on one axis: decisions, the latest first, then statements, then readings.

    `found`: the classification of each record's text; a record without one is read by its name.
    """
    stated = [
        Evidence(name, code, draft.key, reason=STATED, values={"words": draft.objective})
        for draft, _ in readings
        if (code := axis_code(name, draft.objective))
    ]
    said = {evidence.key for evidence in stated}
    read = [
        evidence
        for draft, reading in readings
        if draft.key not in said
        and (evidence := _on_axis(name, draft, reading, (found or {}).get(draft.key)))
    ]
    known = [*_decided(name, decisions), *stated, *read]
    return [replace(e, chosen=place == 0) for place, e in enumerate(known)]


def further(readings: Sequence[Read], found: Classified, main: str) -> list[Evidence]:
    """Objectives beside the main one, all chosen: those of the best ranked record that has any."""
    for draft, _ in readings:
        classified = found.get(draft.key)
        told = [s for s in classified.secondary if s.code != main] if classified else []
        if told:
            return [_suggested(suggestion, draft, chosen=True) for suggestion in told]
    return []


def supports(
    ranked: Sequence[Draft],
    found: Classified | None = None,
    decisions: Sequence[Decision] = (),
) -> list[Evidence]:
    """Every kind of support that is decided, stated or read; several per organization, all chosen.

    One entry per record and kind: what the record states comes before what was read out of it.
    """
    stated = [
        Evidence("support", code, draft.key, chosen=True, reason=STATED, values={"words": words})
        for draft in ranked
        for words in draft.supports
        for code in support_codes(words)
    ]
    read = [
        _suggested(suggestion, draft, chosen=True)
        for draft in ranked
        if (classified := (found or {}).get(draft.key))
        for suggestion in classified.supports
    ]
    decided = [replace(e, chosen=True) for e in _decided("support", decisions)]
    known: dict[tuple[RecordKey, str], Evidence] = {}
    for evidence in (*decided, *stated, *read):
        known.setdefault((evidence.key, evidence.value), evidence)
    return list(known.values())


def languages(ranked: Sequence[Draft]) -> list[Evidence]:
    """Every language that a record states, by its code of ISO 639; all chosen."""
    return [
        Evidence("language", code, draft.key, chosen=True, reason=STATED, values={"words": words})
        for draft in ranked
        for code, words in _languages_of(draft).items()
    ]


def _languages_of(draft: Draft) -> dict[str, str]:
    """Code → the first words that stand for it."""
    found: dict[str, str] = {}
    for words in draft.languages:
        for code in language_codes(words):
            found.setdefault(code, words)
    return found


def is_diaspora(readings: Sequence[Read]) -> bool | None:
    """True when any record says so, False when one denies it and none says so, else None."""
    answers = [reading.is_diaspora for _, reading in readings]
    if True in answers:
        return True
    return False if False in answers else None


def _origins_of(draft: Draft, reading: NameReading) -> list[Evidence]:
    return [_read("origin", code, draft, reason) for code, _, reason in reading.origins]


def _decided(name: str, decisions: Iterable[Decision]) -> list[Evidence]:
    mine = [d for d in decisions if d.axis == name and d.value]
    latest = sorted(mine, key=lambda decision: (decision.at, decision.row), reverse=True)
    return [Evidence(name, d.value, d.key, reason=d.reason[0], values=d.reason[1]) for d in latest]


def _on_axis(
    name: str, draft: Draft, reading: NameReading, classified: Classification | None
) -> Evidence | None:
    """What one record's own words say. Of the structure, a grouping in the name comes first."""
    code = str(getattr(reading, name))
    by_name = _read(name, code, draft, reading.reasons.get(name)) if code else None
    if classified is None or name == "member_origin":
        return by_name
    if name == "objective":
        return _suggested(classified.objective, draft) if classified.objective else None
    told = classified.structure
    if told is None or code == "coalition" or (code and told.code == code):
        return by_name
    return _suggested(told, draft)


def _suggested(suggestion: Suggestion, draft: Draft, *, chosen: bool = False) -> Evidence:
    sentence, values = suggestion.reason
    return Evidence(suggestion.axis, suggestion.code, draft.key, chosen, sentence, values)


def _read(name: str, value: str, draft: Draft, reason: Reason | None) -> Evidence:
    sentence, values = reason or ("", {})
    words = {key: str(word) for key, word in values.items()}
    return Evidence(name, value, draft.key, reason=sentence, values=words)
