"""Where an organization is goes from the directory, and from what visitors said of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from oriundo.base.accounts.models import User
from oriundo.domain.directory import actions as directory
from oriundo.domain.directory.models import Organization
from oriundo.domain.reach.models import Proposal


def blur(*, organization: Organization, by: User | None, at: datetime) -> int:
    """`directory.actions.blur`, and proposals about its address are deleted, answered or not."""
    with transaction.atomic():
        done = directory.blur(organization=organization, by=by, at=at)
        about = Q(organization=organization) | Q(organization__merged_into=organization)
        Proposal.objects.filter(about, field="address").delete()
    return done
