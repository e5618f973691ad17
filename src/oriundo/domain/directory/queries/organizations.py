"""Organizations by their public numbers, for the inside."""

from __future__ import annotations

from oriundo.base.core import ids
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.models import Organization


class UnknownOrganization(OriundoError):
    """No organization has this number."""


def by_public_id(typed: str) -> Organization:
    """The organization that a number, as a person typed it, stands for now: merges are followed.

    Raises MistypedId, UnknownOrganization.
    """
    organization = Organization.objects.filter(public_id=ids.canonical(typed)).first()
    if organization is None:
        raise UnknownOrganization(
            gettext_noop("No organization here has the number %(number)s."),
            remedy=gettext_noop("Copy it from the address of its page."),
            values={"number": typed[:40]},
        )
    while organization.merged_into is not None:
        organization = organization.merged_into
    return organization
