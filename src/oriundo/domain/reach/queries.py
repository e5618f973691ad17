"""What waits at the desk, one proposal of it, and what a receipt says."""

from __future__ import annotations

from django.db.models import QuerySet

from oriundo.base.accounts.models import User
from oriundo.base.core import ids
from oriundo.domain.reach.models import Proposal
from oriundo.domain.reach.rules import may_answer, theirs

LAST = 30


def waiting(user: User) -> QuerySet[Proposal]:
    """The proposals that a user may answer, removals first."""
    found = Proposal.objects.waiting().in_turn().filter(theirs(user))
    return _with_organization(found)


def answered(user: User) -> list[Proposal]:
    """The last ones that were answered, by whomever, the newest first."""
    found = Proposal.objects.exclude(state=Proposal.State.WAITING).filter(theirs(user))
    return list(_with_organization(found).order_by("-answered_at", "-pk")[:LAST])


def beside(user: User, proposal: Proposal) -> tuple[Proposal | None, Proposal | None]:
    """The ones before and after a proposal among those that wait."""
    order = list(waiting(user).values_list("pk", flat=True))
    place = order.index(proposal.pk) if proposal.pk in order else -1
    before = order[place - 1] if place > 0 else None
    after = order[place + 1] if place + 1 < len(order) else None
    found = Proposal.objects.in_bulk([pk for pk in (before, after) if pk is not None])
    return found.get(before or 0), found.get(after or 0)


def one(user: User, pk: int) -> Proposal | None:
    """A proposal that a user may answer; None for any other, as if it were not there."""
    found = _with_organization(Proposal.objects.filter(pk=pk)).first()
    return found if found and may_answer(user, found)[0] else None


def of_receipt(typed: str) -> Proposal | None:
    """What a receipt is of; None when it is of nothing."""
    try:
        receipt = ids.canonical(typed)
    except ids.MistypedId:
        return None
    return _with_organization(Proposal.objects.filter(receipt=receipt)).first()


def _with_organization(found: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return found.select_related("organization__merged_into", "other", "by")
