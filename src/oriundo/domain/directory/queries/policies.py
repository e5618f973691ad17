"""What limits visibility, in plain form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oriundo.base.people.models import Consent
from oriundo.domain.directory.models import CountryPolicy, Organization, Withdrawal
from oriundo.domain.directory.snapshots import audience_of
from oriundo.domain.directory.visibility import Audience


@dataclass(frozen=True, slots=True)
class Limits:
    """All that limits who may see what, as it stands. `merged`: organization → what those that are
    merged into it had chosen."""

    modes: Mapping[str, str]
    merged: Mapping[int, Sequence[str]]
    consents: Mapping[tuple[Any, str], str]

    def of(self, organization: Organization) -> Audience:
        """Who may see an organization at all."""
        return audience_of(organization, self.modes, self.merged.get(organization.pk, ()))


def limits() -> Limits:
    return Limits(policy_modes(), choices_of_merged(), consents_in_force())


def policy_modes() -> dict[str, str]:
    """Country or region → mode. One that is missing is closed; so is one that is withdrawn."""
    pulled = Withdrawal.objects.filter(organization=None)
    closed = set(pulled.values_list("country", flat=True))
    if "" in closed:
        return {}
    modes = dict(CountryPolicy.objects.values_list("country", "mode"))
    return {country: mode for country, mode in modes.items() if country not in closed}


def minimum_members() -> dict[str, int]:
    """Country → least number of members, where one is asked for."""
    rows = CountryPolicy.objects.filter(minimum_members__gt=0)
    return dict(rows.values_list("country", "minimum_members"))


def consents_in_force() -> dict[tuple[Any, str], str]:
    """(person, field) → audience."""
    rows = Consent.objects.in_force().values_list("person_id", "field", "audience")
    return {(person, field): audience for person, field, audience in rows}


def choices_of_merged() -> dict[int, list[str]]:
    """Organization → what the organizations that are merged into it had chosen. One that is
    withdrawn has, itself or merged, as if it had chosen to be hidden."""
    into = dict(Organization.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    found: dict[int, list[str]] = defaultdict(list)
    for pk, choice in Organization.objects.exclude(choice="").values_list("pk", "choice"):
        if pk in into:
            found[_root(pk, into)].append(choice)
    pulled = Withdrawal.objects.exclude(organization=None).values_list("organization", flat=True)
    for pk in pulled:
        found[_root(pk, into)].append("hidden")
    return dict(found)


def _root(pk: int, into: dict[int, int | None]) -> int:
    while (heir := into.get(pk)) is not None:
        pk = heir
    return pk
