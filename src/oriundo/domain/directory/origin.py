"""The origin rule: one country, or a region when members come from several.

The list of countries is kept; the origin is computed from it and stored with the rule that made
it, so that a text and a table can never disagree on how many organizations are "multi-country".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oriundo.base.core.language import gettext_noop

CENTRAL_AMERICA = "REG-CAM"
LATIN_AMERICA = "REG-LAM"
REGIONS = (CENTRAL_AMERICA, LATIN_AMERICA)
CENTRAL_AMERICAN = frozenset({"BLZ", "CRI", "GTM", "HND", "NIC", "PAN", "SLV"})
LATIN_AMERICAN = CENTRAL_AMERICAN | {
    *("ARG", "BOL", "BRA", "CHL", "COL", "CUB", "DOM", "ECU", "HTI"),
    *("MEX", "PER", "PRI", "PRY", "URY", "VEN"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """`code`: ISO 3166-1 alpha-3 or a region; "" when unknown. `rule`: why, in a sentence."""

    code: str
    countries: tuple[str, ...]
    rule: str


def of_countries(codes: Iterable[str]) -> Origin:
    """The origin of an organization whose members come from `codes` (countries or regions)."""
    found = tuple(sorted(set(codes)))
    if not found:
        return Origin("", (), gettext_noop("No source says where the members come from."))
    if len(found) == 1 and found[0] not in REGIONS:
        return Origin(found[0], found, gettext_noop("The members come from one country."))
    countries = tuple(code for code in found if code not in REGIONS)
    if not set(countries) <= LATIN_AMERICAN:
        rule = gettext_noop("The members come from countries of several regions of the world.")
        return Origin("", countries, rule)
    if LATIN_AMERICA in found or not set(countries) <= CENTRAL_AMERICAN:
        rule = gettext_noop("The members come from several countries of Latin America.")
        return Origin(LATIN_AMERICA, countries, rule)
    rule = gettext_noop("The members come from several countries of Central America.")
    return Origin(CENTRAL_AMERICA, countries, rule)
