"""Who may do what to an organization; every answer comes with its reason."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oriundo.base.accounts.models import Role, User
from oriundo.domain.directory.models import Organization

Answer = tuple[bool, str]


def may_edit(user: User | None, organization: Organization) -> Answer:
    """Merge, split, choose visibility, publish a contact: operators, and authorities at home.

    An organization of several countries needs an authority of one of them.
    """
    if user is None or not user.is_active:
        return False, str(_("Sign in first."))
    roles = Role.objects.in_force().filter(user=user)
    if roles.filter(kind=Role.Kind.OPERATOR).exists():
        return True, str(_("You run this installation."))
    countries = [organization.origin, *organization.origin_countries]
    if roles.filter(kind=Role.Kind.AUTHORITY, country__in=countries).exists():
        return True, str(_("You are the authority of its country of origin."))
    return False, str(_("Only the authority of its country of origin may do this."))
