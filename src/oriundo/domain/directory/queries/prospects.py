"""What a decision would change, computed by the rules that would change it, without writing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.collect.sources.models import Record, Release, Source
from oriundo.collect.sources.queries import Row, drafts_of
from oriundo.domain.directory import effects
from oriundo.domain.directory.decisions import DESK, as_raw
from oriundo.domain.directory.golden import TRUST, Portrait, Witness, portray
from oriundo.domain.directory.inclusion import Scope
from oriundo.domain.directory.models import Fact, Organization
from oriundo.domain.directory.queries.policies import (
    choices_of_merged,
    consents_in_force,
    minimum_members,
    policy_modes,
)
from oriundo.domain.directory.queries.succession import held_by
from oriundo.domain.directory.sketches import Decisions, dress, facts
from oriundo.domain.directory.snapshots import audience_of, listing, public_facts
from oriundo.domain.directory.visibility import Audience

Golden = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Outline:
    """An organization as it is or would be. `golden`: field → chosen values; `exclusion`: why it
    is out of the directory; `public_id` is "" where there is no organization yet."""

    public_id: str
    name: str
    records: int
    sources: int
    golden: Golden
    exclusion: str
    listed: bool
    mapped: bool


@dataclass(frozen=True, slots=True)
class Prospect:
    """Before and after a decision. `leads`: identifier → the one that it would lead to."""

    before: tuple[Outline, ...]
    after: tuple[Outline, ...]
    leads: Mapping[str, str]
    told: tuple[effects.Told, ...]

    @property
    def listed(self) -> tuple[int, int]:
        """Public listings of those concerned, before and after."""
        return sum(o.listed for o in self.before), sum(o.listed for o in self.after)

    @property
    def mapped(self) -> tuple[int, int]:
        """Points on the map of those concerned, before and after."""
        return sum(o.mapped for o in self.before), sum(o.mapped for o in self.after)

    @property
    def changes(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """Field → golden values of the first organization before, and after, where they differ."""
        first, then = self.before[0].golden, self.after[0].golden
        names = dict.fromkeys([*then, *first])
        return {
            name: (first.get(name, ()), then.get(name, ()))
            for name in names
            if first.get(name, ()) != then.get(name, ())
        }


Party = tuple[Organization | None, Sequence[RecordKey]]
"""An organization and its records; None with the records that are in no organization."""


def heir(organizations: Iterable[Organization]) -> Organization:
    """The one whose identifier stays when these become one: with most records, else the oldest.

    As `identity.succeed` decides it, so that the next rebuild agrees.
    """
    return min(organizations, key=lambda o: (-o.links.count(), o.pk))


def as_one(parties: Sequence[Party], *, at: datetime) -> Prospect:
    """What would change if the records of all parties were one organization."""
    organizations = {o.pk: o for o, _ in parties if o is not None}
    kept = heir(organizations.values()) if organizations else None
    joining = [o for o in organizations.values() if o != kept]
    keys = list(dict.fromkeys(key for _, held in parties for key in held))
    ordered = sorted(parties, key=lambda party: party[0] != kept)
    return Prospect(
        before=tuple(_outline(*party, at=at) for party in ordered),
        after=(_outline(kept, keys, at=at, joining=joining),),
        leads={o.public_id: kept.public_id for o in joining} if kept else {},
        told=tuple(effects.of(effects.Change(kept, joining))) if kept and joining else (),
    )


def as_two(organization: Organization, leaving: Sequence[RecordKey], *, at: datetime) -> Prospect:
    """What would change if `leaving` were not of this organization but of a new one."""
    held = held_by(organization)
    staying = [key for key in held if key not in set(leaving)]
    return Prospect(
        before=(_outline(organization, held, at=at),),
        after=(_outline(organization, staying, at=at), _outline(None, leaving, at=at)),
        leads={},
        told=tuple(effects.of(effects.Change(organization, ()))),
    )


def as_corrected(organization: Organization, *, field: str, value: str, at: datetime) -> Prospect:
    """What would change if the desk decided `value` on `field` (`actions.correct`)."""
    held = held_by(organization)
    about = next(key for key in held if key[0] != DESK)
    raw = as_raw(about, axis=field, value=value, why="", by="", at=at.isoformat())
    return Prospect(
        before=(_outline(organization, held, at=at),),
        after=(_outline(organization, held, at=at, more=[_spoken(raw)]),),
        leads={},
        told=(),
    )


def _spoken(raw: Mapping[str, str]) -> Row:
    """A record of the desk as it would be."""
    source = Source(
        slug=DESK, kind=Source.Kind.DESK, visibility=Source.Visibility.PUBLIC, name="Desk"
    )
    draft = Draft(source=DESK, record_id="", row=0, name="", raw=raw)
    return draft, Record(pk=0, release=Release(source=source)), source


def _outline(
    organization: Organization | None,
    keys: Sequence[RecordKey],
    *,
    at: datetime,
    joining: Sequence[Organization] = (),
    more: Sequence[Row] = (),
) -> Outline:
    rows = [*drafts_of(keys), *more]
    scope = Scope(minimum_members=minimum_members())
    portrait = portray([Witness(draft, TRUST.get(s.kind, 0)) for draft, _, s in rows], scope)
    made = _sketch(organization, portrait, rows)
    chosen: dict[str, tuple[str, ...]] = {}
    for fact in made:
        if fact.chosen:
            chosen[fact.field] = (*chosen.get(fact.field, ()), fact.value)
    inside = not portrait.exclusion
    return Outline(
        public_id=organization.public_id if organization else "",
        name=portrait.name,
        records=len(keys),
        sources=len({source for source, _ in keys}),
        golden=chosen,
        exclusion=portrait.exclusion,
        listed=inside and bool(made) and _listed(made, joining, at),
        mapped=inside and portrait.precision not in ("none", "country") and "location" in chosen,
    )


def _sketch(
    organization: Organization | None, portrait: Portrait, rows: Sequence[Row]
) -> list[Fact]:
    """The facts that would be saved, with their records at hand; their organization is a copy."""
    copy = Organization()
    if organization is not None:
        copy = Organization.objects.get(pk=organization.pk)
    dress(copy, portrait)
    records = {draft.key: record.pk for draft, record, _ in rows}
    made = list(facts(copy, portrait, records, Decisions([copy], [portrait], records)))
    at_hand = {record.pk: record for _, record, _ in rows}
    for fact in made:
        fact.record = at_hand[fact.record_id]
    return made


def _listed(made: Sequence[Fact], joining: Sequence[Organization], at: datetime) -> bool:
    """Whether `publish_organization` would list them."""
    organization = made[0].organization
    merged = [
        *choices_of_merged().get(organization.pk, ()),
        *(choice for o in joining for choice in (o.choice, *choices_of_merged().get(o.pk, ()))),
    ]
    if audience_of(organization, policy_modes(), merged) is not Audience.PUBLIC:
        return False
    said = [(fact, fact.record.release.source) for fact in made]
    shown = public_facts(said, Audience.PUBLIC, consents_in_force())
    return listing(organization, shown, at=at, invented=False) is not None
