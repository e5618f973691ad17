"""Portraying a few organizations again after a person moved records between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from oriundo.base.accounts.models import User
from oriundo.base.core.errors import OriundoError
from oriundo.collect.sources.queries import drafts_of
from oriundo.domain.directory.actions.paint import paint
from oriundo.domain.directory.actions.publish import publish_organization
from oriundo.domain.directory.asking import asked
from oriundo.domain.directory.golden import TRUST, Witness, portray
from oriundo.domain.directory.inclusion import Scope
from oriundo.domain.directory.models import Organization
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
    """Recompute columns, facts and listing of each from the records linked to it now."""
    scope = Scope(minimum_members=minimum_members())
    for organization in organizations:
        keys = list(organization.links.values_list("source", "record_id"))
        rows = drafts_of(keys)
        witnesses = [Witness(draft, TRUST.get(source.kind, 0)) for draft, _, source in rows]
        (portrait,) = asked([portray(witnesses, scope)])
        paint([organization], [portrait], {draft.key: record.pk for draft, record, _ in rows})
        publish_organization(organization, at=at)
