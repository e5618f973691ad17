"""Who may answer a proposal, and who gets to see it at the desk."""

from __future__ import annotations

from django.db.models import Q

from oriundo.base.accounts.models import User
from oriundo.domain.directory.queries.succession import root
from oriundo.domain.directory.rules import Answer, beats, may_edit
from oriundo.domain.reach.models import Proposal


def may_answer(user: User | None, proposal: Proposal) -> Answer:
    """Whoever may edit the organization; of a duplicate, also the other one."""
    allowed, reason = may_edit(user, root(proposal.organization))
    if allowed and proposal.other is not None:
        return may_edit(user, root(proposal.other))
    return allowed, reason


def theirs(user: User | None) -> Q:
    """The proposals whose organization a user may edit, as `may_edit` says."""
    found = Q(pk__in=[])
    for beat in beats(user):
        if not beat.country:
            return Q()
        if not beat.regions:
            found |= _of_country("organization__", beat.country)
            found |= _of_country("organization__merged_into__", beat.country)
    return found


def _of_country(prefix: str, country: str) -> Q:
    among = {f"{prefix}origin_countries__icontains": f'"{country}"'}
    return Q(**{f"{prefix}origin": country}) | Q(**among)
