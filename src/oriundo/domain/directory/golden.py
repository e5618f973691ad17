"""From the records of one organization to its portrait: a golden value per field, with its record.

The rule per field: what the desk decided, else the most trusted source, else the most complete
record, else the first in order; of names, one that is not all capitals comes first. (A verified
value will come before all of them when `verification` exists.) Every other value stays beside the
golden one, so that an editor sees the conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as initially

from oriundo.base.places.names import residence
from oriundo.collect.matching.reading.known_towns import known_towns
from oriundo.collect.matching.reading.names import NameReading, read_name
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.domain.directory import evidence
from oriundo.domain.directory.classification import Classification, classify
from oriundo.domain.directory.corrections import (
    DIASPORA,
    SAID,
    STATUS,
    decided,
    residence_of,
)
from oriundo.domain.directory.decisions import Decision, decision, latest, standing
from oriundo.domain.directory.inclusion import Candidate, Scope, exclusion
from oriundo.domain.directory.origin import Origin, of_countries
from oriundo.domain.directory.vocabulary import origin_codes

TRUST: dict[str, int] = {
    "self": 90,
    "desk": 85,
    "interview": 80,
    "survey": 75,
    "official": 60,
    "federation": 50,
    "document": 45,
    "ngo": 40,
    "register": 35,
    "web": 20,
    "social": 10,
}


@dataclass(frozen=True, slots=True)
class Witness:
    """A record, and how far its source is trusted (TRUST, by kind of source)."""

    draft: Draft
    trust: int


@dataclass(frozen=True, slots=True)
class FactDraft:
    """One value of one field, the record that says so, and the sentence that decided it."""

    field: str
    value: str
    key: RecordKey
    chosen: bool = False
    reason: str = ""
    reason_values: dict[str, str] = initially(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the records of one cluster say together. `exclusion` is "" when it belongs in.

    `status` is "" unless somebody decided it.
    """

    keys: tuple[RecordKey, ...]
    name: str
    origin: Origin
    member_origin: str
    structure: str
    objective: str
    residence_country: str
    residence_region: str
    precision: str
    latitude: float | None
    longitude: float | None
    exclusion: str
    facts: tuple[FactDraft, ...]
    status: str = ""


def portray(witnesses: Sequence[Witness], scope: Scope) -> Portrait:
    """The portrait of the organization that `witnesses` (at least one) are about."""
    given = [w.draft for w in sorted(witnesses, key=_rank)]
    spoken = [made for draft in given if (made := decision(draft))]
    decisions = standing(spoken)
    words = {made.key for made in spoken}
    ranked = [draft for draft in given if draft.key not in words] or given
    readings = [(draft, _reading(draft)) for draft in ranked]
    places = _residences(ranked, decisions)
    origins = evidence.origins(readings, decisions)
    origin = of_countries(e.value for e in origins if e.chosen)
    residences = {e.field: e.value for e in places if e.chosen}
    denied = latest(decisions, DIASPORA)
    candidate = Candidate(
        diaspora=False if denied else evidence.is_diaspora(readings),
        origin=origin.code,
        residence_country=residences.get("residence_country", ""),
        reachable=any(_reachable(d) for d in ranked),
        members=_members(ranked, decisions),
    )
    reason = exclusion(candidate, scope)
    # What an organization is for is read only of those that belong in: most of a register do not.
    found = {} if reason else {draft.key: _classified(draft) for draft in ranked}
    objective = evidence.axis("objective", readings, found, decisions)
    main = next((e.value for e in objective if e.chosen), "")
    coded = [
        *origins,
        *evidence.hometowns(readings),
        *evidence.axis("member_origin", readings, found, decisions),
        *evidence.axis("structure", readings, found, decisions),
        *objective,
        *evidence.further(readings, found, main),
        *evidence.supports(ranked, found, decisions),
        *evidence.languages(ranked),
        *places,
    ]
    chosen = {e.field: e.value for e in coded if e.chosen}
    located = next((d for d in ranked if d.lat is not None and d.lon is not None), None)
    said = _corrected(_said(ranked, _titled(ranked)), decisions)
    state = latest(decisions, STATUS)
    return Portrait(
        keys=tuple(sorted(d.key for d in given)),
        name=next(f.value for f in said if f.field == "name" and f.chosen),
        origin=origin,
        member_origin=chosen.get("member_origin", ""),
        structure=chosen.get("structure", ""),
        objective=chosen.get("objective", ""),
        residence_country=chosen.get("residence_country", ""),
        residence_region=chosen.get("residence_region", ""),
        precision=_precision(ranked, chosen),
        latitude=located.lat if located else None,
        longitude=located.lon if located else None,
        exclusion=reason,
        facts=(*said, *map(_coded, coded)),
        status=state.value if state else "",
    )


def _coded(e: evidence.Evidence) -> FactDraft:
    return FactDraft(e.field, e.value, e.key, e.chosen, e.reason, dict(e.values))


def _titled(ranked: Sequence[Draft]) -> Draft:
    """The record whose name is shown: the best that does not shout, else the best.

    Registers and spreadsheets write in capitals, which lose accents and are hard to read.
    """
    return next((d for d in ranked if not d.name.isupper()), ranked[0])


def _rank(witness: Witness) -> tuple[int, int, RecordKey]:
    return (-witness.trust, -_completeness(witness.draft), witness.draft.key)


def _completeness(draft: Draft) -> int:
    """How many fields of a record hold something."""
    return sum(1 for _, values in _values(draft) if values)


def _reading(draft: Draft) -> NameReading:
    return read_name(
        draft.name,
        alternate_names=draft.alternate_names,
        description=draft.description,
        origins=[code for words in draft.origins for code in origin_codes(words) or (words,)],
        hometown=draft.hometown,
        residence_country=residence(draft.country, draft.region)[0],
        city=draft.city,
        acronym=draft.acronym,
        objective=draft.objective,
        towns=known_towns,
    )


def _classified(draft: Draft) -> Classification:
    return classify(
        draft.name, "\n".join(part for part in (draft.description, draft.objective) if part)
    )


def _reachable(draft: Draft) -> bool:
    return bool(
        draft.phones or draft.emails or draft.websites or draft.address or draft.contact_attested
    )


def _values(draft: Draft) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The fields of a record that are shown as the source said them, with their values."""
    for name in ("name", "acronym", "description", "address", "postal", "city", "hometown"):
        value = getattr(draft, name)
        yield name, (value,) if value else ()
    yield "alternate_name", draft.alternate_names
    yield "phone", draft.phones
    yield "email", draft.emails
    yield "website", draft.websites
    yield "registration_number", draft.registration_numbers
    yield "members", () if draft.members is None else (str(draft.members),)
    yield "founded", () if draft.founded is None else (str(draft.founded),)
    yield (
        "location",
        (() if draft.lat is None or draft.lon is None else (f"{draft.lat:.6f}, {draft.lon:.6f}",)),
    )


def _said(ranked: Sequence[Draft], titled: Draft) -> list[FactDraft]:
    """Every value as said; the first of each field in rank order is the golden one."""
    golden = FactDraft("name", titled.name, titled.key, chosen=True)
    facts = {("name", titled.name, titled.key): golden}
    taken = {"name"}
    for draft in ranked:
        for name, values in _values(draft):
            for position, value in enumerate(values):
                chosen = name not in taken and position == 0
                facts.setdefault(
                    (name, value, draft.key), FactDraft(name, value, draft.key, chosen)
                )
            if values:
                taken.add(name)
    return list(facts.values())


def _corrected(facts: Sequence[FactDraft], decisions: Sequence[Decision]) -> list[FactDraft]:
    """The facts, those that the desk decided first: the last word on a field is the golden one."""
    last = {field: made for field, made in decided(decisions).items() if made.value}
    made = [
        FactDraft(d.axis, d.value, d.key, last.get(d.axis) == d, *d.reason)
        for d in decisions
        if d.axis in SAID and d.value
    ]
    rest = [replace(f, chosen=False) if f.field in last else f for f in facts]
    return [*sorted(made, key=lambda fact: not fact.chosen), *rest]


def _members(ranked: Sequence[Draft], decisions: Sequence[Decision]) -> int | None:
    """What was decided, else the most that any record says."""
    last = latest(decisions, "members")
    if last and last.value:
        return int(last.value)
    return max((d.members for d in ranked if d.members is not None), default=None)


def _residences(ranked: Sequence[Draft], decisions: Sequence[Decision]) -> list[evidence.Evidence]:
    """Country and first-level division of residence: as decided, else as the first record states.

    A division is chosen only when it lies in the chosen country; beside a decision, one of
    another country is not kept, for it would be shown where no division was decided.
    """
    found: list[evidence.Evidence] = []
    country = region = ""
    told = residence_of(decisions)
    if told:
        country, region, by = told
        reason, values = by.reason
        for field, code in (("residence_country", country), ("residence_region", region)):
            if code:
                found.append(evidence.Evidence(field, code, by.key, True, reason, values))
    for draft in ranked:
        stated, division = residence(draft.country, draft.region)
        if told and stated != country:
            division = ""
        if stated:
            chosen = not country
            found.append(evidence.Evidence("residence_country", stated, draft.key, chosen))
            country = country or stated
        if division:
            chosen = not region and stated == country and not told
            found.append(evidence.Evidence("residence_region", division, draft.key, chosen))
            region = division if chosen else region
    return found


def _precision(ranked: Sequence[Draft], chosen: dict[str, str]) -> str:
    """How finely the place is known: address, postal, locality, admin1, country or none."""
    if not chosen.get("residence_country"):
        return "none"
    levels = (
        ("address", any(d.address for d in ranked)),
        ("postal", any(d.postal for d in ranked)),
        ("locality", any(d.city for d in ranked)),
        ("admin1", "residence_region" in chosen),
    )
    return next((name for name, reached in levels if reached), "country")
