"""Rebuilding the directory: the same records and judgments give the same result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.actions import replace_review
from oriundo.collect.matching.keyed import Register
from oriundo.collect.matching.queries import register, rulings
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.queries import current_drafts, current_releases
from oriundo.domain.directory.actions.blur import blur_what_joined
from oriundo.domain.directory.actions.paint import paint, repoint, withdraw
from oriundo.domain.directory.assembly import Assembly, assemble
from oriundo.domain.directory.golden import Portrait
from oriundo.domain.directory.identity import Succession, succeed
from oriundo.domain.directory.inclusion import Scope
from oriundo.domain.directory.models import Exclusion, FormerId, Link, Organization
from oriundo.domain.directory.queries.policies import minimum_members

Progress = Callable[[str, float], None]
_TRIES = 3


class SourcesChanged(OriundoError):
    """Lists or judgments changed while the directory was being rebuilt; nothing was written."""


class RegisterChanged(OriundoError):
    """Someone asked not to be listed while the directory was being rebuilt; nothing was written."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Counters of one rebuild. records = in organizations + excluded; `asked` are of the latter."""

    records: int
    organizations: int
    excluded_records: int
    asked_records: int
    review: int


def rebuild(*, at: datetime, actor: str, progress: Progress | None = None) -> Rebuilt:
    """Match all current records and write organizations, facts, links and exclusions.

    Matching takes long and runs outside the transaction; the write is one transaction and checks
    that nothing changed meanwhile: a list that was imported refuses it, a pair that was judged
    has all matched again. Identifiers follow their records (`identity.succeed`). Published
    contacts stay published as long as some record says the same value. Whoever asked not to be
    listed is left out; under a key that does not know them, nothing is done (OtherKey).
    """
    for _ in range(_TRIES):
        before, out, ruled = current_releases(), register(), rulings()
        rows = list(current_drafts())
        assembly = assemble(
            [draft for draft, _, _ in rows],
            scope=Scope(minimum_members=minimum_members()),
            kinds={source.slug: source.kind for _, _, source in rows},
            rulings=ruled,
            register=out,
            progress=progress,
        )
        records = {draft.key: record.pk for draft, record, _ in rows}
        with transaction.atomic():
            turns.take(turns.IDENTITY)
            turns.take(turns.AUDIT)
            _require_unchanged(before, out)
            if rulings() == ruled:
                return _written(assembly, records, at, actor)
    raise SourcesChanged(
        gettext_noop("Pairs were judged each time that the directory was being rebuilt."),
        remedy=gettext_noop("Nothing was changed. Rebuild when nobody judges."),
    )


def _written(
    assembly: Assembly, records: dict[RecordKey, int], at: datetime, actor: str
) -> Rebuilt:
    _write(assembly.included, assembly.excluded, records, at=at)
    joined = blur_what_joined(others=[p.keys for p in assembly.excluded], at=at)
    # What was found of a pair may quote the address that has just been discarded.
    review = [pair for pair in assembly.review if joined.isdisjoint((pair.left, pair.right))]
    result = Rebuilt(
        records=len(records),
        organizations=len(assembly.included),
        excluded_records=sum(len(p.keys) for p in assembly.excluded),
        asked_records=len(assembly.asked),
        review=replace_review(review, records),
    )
    audit(
        at=at,
        actor=actor,
        verb="directory.rebuilt",
        about="directory",
        details={"records": result.records, "organizations": result.organizations},
    )
    return result


def _require_unchanged(before: tuple[tuple[int, int], ...], out: Register) -> None:
    """Matching took long: what it rested on must still be so."""
    again = gettext_noop("Nothing was changed. Rebuild again.")
    if current_releases() != before:
        raise SourcesChanged(
            gettext_noop("A list was imported while the directory was being rebuilt."),
            remedy=again,
        )
    if register() != out:
        raise RegisterChanged(
            gettext_noop("The register of suppressions changed while the directory was rebuilt."),
            remedy=again,
        )


def _write(
    included: Sequence[Portrait],
    excluded: Sequence[Portrait],
    records: dict[RecordKey, int],
    *,
    at: datetime,
) -> None:
    holders = {
        (source, record_id): organization
        for source, record_id, organization in Link.objects.values_list(
            "source", "record_id", "organization_id"
        )
    }
    succession = succeed([p.keys for p in included], holders)
    organizations = _organizations(succession, at)
    paint(organizations, included, records)
    _forward(succession, organizations, holders, included, at)
    _retire(succession.orphaned, excluded, holders, at)
    Exclusion.objects.all().delete()
    Exclusion.objects.bulk_create(
        [Exclusion(source=s, record_id=r, reason=p.exclusion) for p in excluded for s, r in p.keys],
        batch_size=2_000,
    )


def _organizations(succession: Succession, at: datetime) -> list[Organization]:
    """The organization of each portrait, old or new, in the same order, saved."""
    kept = Organization.objects.in_bulk([pk for pk in succession.heir if pk is not None])
    organizations = [
        Organization(created_at=at) if pk is None else kept[pk] for pk in succession.heir
    ]
    new = [o for o in organizations if o.pk is None]
    Organization.objects.bulk_create(new, batch_size=2_000)
    return organizations


def _forward(
    succession: Succession,
    organizations: Sequence[Organization],
    holders: dict[RecordKey, int],
    included: Sequence[Portrait],
    at: datetime,
) -> None:
    """Old identifiers lead to where their records went."""
    for lost, number in succession.merged.items():
        heir = organizations[number]
        keys = sorted(key for key, holder in holders.items() if holder == lost)
        repoint(lost, heir, keys, at=at)
    for number, pk in enumerate(succession.heir):
        if pk is not None:
            continue
        origins = {holders[key] for key in included[number].keys if key in holders}
        for old in Organization.objects.filter(pk__in=origins, merged_into=None):
            FormerId.objects.get_or_create(
                public_id=old.public_id,
                organization=organizations[number],
                defaults={"reason": FormerId.Reason.SPLIT, "at": at},
            )


def _retire(
    orphaned: Sequence[int],
    excluded: Sequence[Portrait],
    holders: dict[RecordKey, int],
    at: datetime,
) -> None:
    """An organization whose records are now out, or gone, leaves with the reason.

    Its links stay, so that it comes back under its identifier when its records do.
    """
    reasons = {holders[key]: p.exclusion for p in excluded for key in p.keys if key in holders}
    for pk in orphaned:
        withdraw(pk, reasons.get(pk, "no_record"), at=at)
