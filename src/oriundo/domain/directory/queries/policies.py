"""What limits visibility, in plain form."""

from __future__ import annotations

from typing import Any

from oriundo.base.people.models import Consent
from oriundo.domain.directory.models import CountryPolicy


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
