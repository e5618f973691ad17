"""Which contacts several organizations show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from oriundo.collect.matching.suppression import Contact, site
from oriundo.domain.directory.models import Fact, Organization


def lent_by_others(organization: Organization, own: Collection[Contact]) -> frozenset[Contact]:
    """Those of the contacts `own` of an organization that another one shows as well."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, value in own:
        by_kind[kind].append(value)
    wanted = Q(field="phone", value__in=by_kind["phone"])
    wanted |= Q(field="email", value__in=by_kind["email"])
    for address in by_kind["site"]:
        wanted |= Q(field="website", value__istartswith=address)
    rows = Fact.objects.filter(wanted).exclude(organization=organization)
    found = {_contact(field, value) for field, value in rows.values_list("field", "value")}
    return frozenset(found & set(own))


def _contact(field: str, value: str) -> Contact:
    return ("site", site(value)) if field == "website" else (field, value)
