"""Which organizations enter the directory: rules per country, one reason per exclusion.

Source: rules R01-R06 of the study. The first rule that excludes gives the reason, so that every
excluded record has exactly one and the reasons add up. ASKED stands above all rules: it comes
from the register of suppressions, before anybody looks at what an organization is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oriundo.base.core.language import gettext_noop

ASKED = "asked_not_listed"
REASONS: dict[str, str] = {
    ASKED: gettext_noop("It asked not to be listed."),
    "not_diaspora": gettext_noop("Nothing says that migrants of a country founded it."),
    "origin_unknown": gettext_noop("No source says where its members come from."),
    "origin_outside": gettext_noop(
        "Its members come from a country that this directory does not cover."
    ),
    "outside_scope": gettext_noop("It is in a country that this directory does not cover."),
    "no_contact": gettext_noop("No source gives a way to reach it, so nobody could confirm it."),
    "too_small": gettext_noop("It has fewer members than its country of origin asks for."),
    "no_record": gettext_noop("No source holds a record of it any more."),
}

STUDY_ORIGINS = ("BLZ", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "REG-CAM", "REG-LAM")
STUDY_DESTINATIONS = ("BLZ", "CAN", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a directory covers: origins, countries of residence (empty: all), least members."""

    origins: frozenset[str] = frozenset(STUDY_ORIGINS)
    destinations: frozenset[str] = frozenset(STUDY_DESTINATIONS)
    minimum_members: Mapping[str, int] = field(default_factory=lambda: {"MEX": 25})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rules look at. `diaspora` is None when nothing tells."""

    diaspora: bool | None
    origin: str
    residence_country: str
    reachable: bool
    members: int | None


def exclusion(candidate: Candidate, scope: Scope) -> str:
    """The reason code that keeps a candidate out, or "" when it belongs in the directory."""
    if candidate.diaspora is False:
        return "not_diaspora"
    if not candidate.origin:
        return "origin_unknown" if candidate.diaspora else "not_diaspora"
    if candidate.origin not in scope.origins:
        return "origin_outside"
    residence = candidate.residence_country
    if residence and scope.destinations and residence not in scope.destinations:
        return "outside_scope"
    if not candidate.reachable:
        return "no_contact"
    minimum = scope.minimum_members.get(candidate.origin, 0)
    if candidate.members is not None and candidate.members < minimum:
        return "too_small"
    return ""
