"""Writing listings, each with the change that everyone may hear of. Nothing else writes either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from oriundo.base.audit import turns
from oriundo.domain.directory.models import Change, Listing

_KEPT = frozenset({"id", "published_at"})
_COLUMNS = tuple(
    field.attname for field in Listing._meta.concrete_fields if field.attname not in _KEPT
)
_BATCH = 1_000
_AT_ONCE = 500


def replace(organizations: Sequence[int], listings: Iterable[Listing], *, at: datetime) -> None:
    """Make `listings` the listings of these organizations (primary keys)."""
    replace_these(Listing.objects.filter(organization__in=organizations), listings, at=at)


def replace_these(
    standing: QuerySet[Listing], listings: Iterable[Listing], *, at: datetime
) -> None:
    """Put `listings` in the place of those that stand.

    One that says the same as before stays as it is, with the moment when it was published.
    Changes are numbered in the order in which they become visible: the turn AUDIT sees to it.
    """
    with transaction.atomic():
        turns.take(turns.AUDIT)
        before = {old.organization_id: old for old in standing}
        new = [one for one in listings if not _stays(before, one)]
        _delete([old.pk for old in before.values()])
        Listing.objects.bulk_create(new, batch_size=_BATCH)
        Change.objects.bulk_create(_changes(before.values(), new, at), batch_size=_BATCH)


def remove(standing: QuerySet[Listing], *, at: datetime) -> int:
    """Withdraw these listings, however many; how many there were."""
    told, values = standing.order_by("pk").values_list("public_id").query.sql_with_params()
    with transaction.atomic(), connection.cursor() as cursor:
        turns.take(turns.AUDIT)
        # The database itself, since an emergency of a million listings must not take minutes.
        cursor.execute(
            f"INSERT INTO {Change._meta.db_table} (public_id, kind, at)"
            f" SELECT told.public_id, %s, %s FROM ({told}) AS told",
            [Change.Kind.WITHDRAWN.value, connection.ops.adapt_datetimefield_value(at), *values],
        )
        removed = int(cursor.rowcount)
        standing.delete()
    return removed


def _stays(before: dict[int, Listing], listing: Listing) -> bool:
    """True, and no longer in `before`, when the listing of before says the same."""
    old = before.get(listing.organization_id)
    if old is None or any(getattr(old, name) != getattr(listing, name) for name in _COLUMNS):
        return False
    del before[listing.organization_id]
    return True


def _delete(listings: Sequence[int]) -> None:
    for start in range(0, len(listings), _AT_ONCE):
        Listing.objects.filter(pk__in=listings[start : start + _AT_ONCE]).delete()


def _changes(gone: Iterable[Listing], new: Iterable[Listing], at: datetime) -> list[Change]:
    kinds = {old.public_id: Change.Kind.WITHDRAWN for old in gone}
    for listing in new:
        again = listing.public_id in kinds
        kinds[listing.public_id] = Change.Kind.CHANGED if again else Change.Kind.PUBLISHED
    return [Change(public_id=public_id, kind=kind, at=at) for public_id, kind in kinds.items()]
