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
    """The proposals whose organizations a user may edit, as `may_answer` says."""
    found = Q(pk__in=[])
    for beat in beats(user):
        if not beat.country:
            return Q()
        if not beat.regions:
            country = beat.country
            ours = _of("organization__", country) | _of("organization__merged_into__", country)
            found |= ours & (Q(other=None) | _of("other__", country))
    return found


def _of(prefix: str, country: str) -> Q:
    among = {f"{prefix}origin_countries__icontains": f'"{country}"'}
    return Q(**{f"{prefix}origin": country}) | Q(**among)
