"""What limits visibility, in plain form."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from oriundo.base.people.models import Consent
from oriundo.domain.directory.models import CountryPolicy, Organization


def policy_modes() -> dict[str, str]:
    """Country or region → mode. One that is missing is closed."""
    return dict(CountryPolicy.objects.values_list("country", "mode"))


def minimum_members() -> dict[str, int]:
    """Country → least number of members, where one is asked for."""
    rows = CountryPolicy.objects.filter(minimum_members__gt=0)
    return dict(rows.values_list("country", "minimum_members"))


def consents_in_force() -> dict[tuple[Any, str], str]:
    """(person, field) → audience."""
    rows = Consent.objects.in_force().values_list("person_id", "field", "audience")
    return {(person, field): audience for person, field, audience in rows}


def choices_of_merged() -> dict[int, list[str]]:
    """Organization → what the organizations that are merged into it had chosen."""
    into = dict(Organization.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    found: dict[int, list[str]] = defaultdict(list)
    for pk, choice in Organization.objects.exclude(choice="").values_list("pk", "choice"):
        if pk in into:
            found[_root(pk, into)].append(choice)
    return dict(found)


def _root(pk: int, into: dict[int, int | None]) -> int:
    while (heir := into.get(pk)) is not None:
        pk = heir
    return pk
