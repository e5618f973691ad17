"""Portraying a few organizations again after a person moved records between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from oriundo.base.accounts.models import User
from oriundo.base.core.errors import OriundoError
from oriundo.collect.matching.queries import register
from oriundo.collect.sources.queries import drafts_of
from oriundo.domain.directory.actions.discard import discard
from oriundo.domain.directory.actions.paint import paint
from oriundo.domain.directory.actions.publish import publish_organization
from oriundo.domain.directory.assembly import portraits
from oriundo.domain.directory.golden import TRUST, Witness
from oriundo.domain.directory.inclusion import Scope
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.blurred import half_blurred, keys_of
from oriundo.domain.directory.queries.policies import minimum_members
from oriundo.domain.directory.rules import may_edit


class NotAllowed(OriundoError):
    """The person may not do this; the sentence says why."""


def require(by: User | None, *organizations: Organization) -> None:
    """Raise NotAllowed unless `by` may edit all of these. None is the operator's own shell."""
    for organization in organizations:
        allowed, reason = (True, "") if by is None else may_edit(by, organization)
        if not allowed:
            raise NotAllowed(reason)


def repaint(organizations: Sequence[Organization], *, at: datetime) -> None:
    """Recompute columns, facts and listing of each from the records linked to it now.

    Where one of them asked to be blurred, the records that have joined it since are coarsened.

    All at once: what was decided on values is read before any of them is painted over.
    """
    for blurred in half_blurred(organizations):
        discard(keys_of(blurred))
    scope = Scope(minimum_members=minimum_members())
    rows = [drafts_of(list(o.links.values_list("source", "record_id"))) for o in organizations]
    groups = [[Witness(d, TRUST.get(source.kind, 0)) for d, _, source in own] for own in rows]
    records = {draft.key: record.pk for own in rows for draft, record, _ in own}
    paint(organizations, portraits(groups, scope, register()), records)
    for organization in organizations:
        publish_organization(organization, at=at)
