"""Who may see a value: the least that any of those concerned allows.

Effective visibility = min(policy of every country of origin, the source's terms, the
organization's choice, the person's consent). What is unknown or missing counts as hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from oriundo.base.core.never_store import findings
from oriundo.collect.sources.fields import CONTACT_FIELDS


class Audience(IntEnum):
    """From nobody outside the desk to everyone; a larger one includes the smaller."""

    HIDDEN = 0
    AUTHORITY = 1
    PUBLIC = 2


MODES: dict[str, Audience] = {
    "public": Audience.PUBLIC,
    "opt_in": Audience.PUBLIC,
    "authority_only": Audience.AUTHORITY,
    "closed": Audience.HIDDEN,
}


def of_country(mode: str, *, choice: Audience | None) -> Audience:
    """What a country's mode allows for one organization, given its own choice (None: not asked).

    `opt_in` publishes nothing until the organization itself says so.
    """
    if mode == "opt_in" and choice is None:
        return Audience.AUTHORITY
    return MODES.get(mode, Audience.HIDDEN)


def of_organization(modes: Iterable[str], *, choice: Audience | None) -> Audience:
    """The strictest of its countries of origin, narrowed by its own choice; no country: hidden."""
    allowed = [of_country(mode, choice=choice) for mode in modes]
    if not allowed:
        return Audience.HIDDEN
    return min([*allowed, Audience.PUBLIC if choice is None else choice])


def of_value(
    field: str,
    value: str,
    *,
    organization: Audience,
    source: Audience,
    published_to: Audience | None,
    about_person: bool,
    consent: Audience | None,
) -> Audience:
    """Who may see one value of an organization.

    `published_to` is what someone entitled decided for this very value (None: nobody did, which
    hides a contact). `consent` is that of the person whom the value is about (None: none given).
    """
    limits = [organization, source]
    if field in CONTACT_FIELDS:
        limits.append(Audience.HIDDEN if published_to is None else published_to)
    elif published_to is not None:
        limits.append(published_to)
    if about_person:
        limits.append(Audience.HIDDEN if consent is None else consent)
    if field not in CONTACT_FIELDS and findings(value):
        limits.append(Audience.HIDDEN)
    return min(limits)
