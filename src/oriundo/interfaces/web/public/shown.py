"""The public values of a listing as plain words, for what leaves the page: card, code, image."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from oriundo.base.core.text import fold
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web.public.portrait import link


def values(listing: Listing, field: str) -> list[str]:
    """Every public value of a field, the golden ones first."""
    said = [fact for fact in listing.facts if fact["field"] == field]
    return [str(fact["value"]) for fact in sorted(said, key=lambda fact: not fact["chosen"])]


def value(listing: Listing, field: str) -> str:
    """The golden value of a field, else any public one, else ""."""
    return next(iter(values(listing, field)), "")


def other_names(listing: Listing) -> list[str]:
    """What else it is called, each once."""
    return list(_unlike(listing.name, values(listing, "alternate_name")))


def warning(listing: Listing) -> str:
    """What has to go along with an invented organization wherever it goes; "" for any other."""
    return _("Invented organization, for demonstration") if listing.invented else ""


def websites(listing: Listing) -> list[str]:
    """Web addresses that lead somewhere."""
    return [found for said in values(listing, "website") if (found := link("website", said))]


def _unlike(name: str, others: list[str]) -> Iterator[str]:
    seen = {fold(name)}
    for other in others:
        if fold(other) not in seen:
            seen.add(fold(other))
            yield other
