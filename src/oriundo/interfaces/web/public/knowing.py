"""What of an organization's page was verified, what it says of itself, and what others say."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from oriundo.collect.sources.models import Source
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web import language, words

OWN = frozenset({Source.Kind.SELF, Source.Kind.SURVEY, Source.Kind.INTERVIEW})


@dataclass(frozen=True, slots=True)
class Knowing:
    """Names of fields. `verified` is a sentence; `own` and `others` are in the order of a page."""

    verified: str
    own: tuple[str, ...]
    others: tuple[str, ...]


def knowing(listing: Listing) -> Knowing:
    """A field that the organization itself spoke of is its own word, whoever repeats it."""
    own = {fact["field"] for fact in listing.facts if _is_own(fact["sources"])}
    said = {fact["field"] for fact in listing.facts}
    return Knowing(
        verified=_verified(listing),
        own=_labels(own),
        others=_labels(said - own),
    )


def _verified(listing: Listing) -> str:
    if listing.verified_on is None or listing.status == "not_verified":
        return _("Nothing on this page has been verified yet.")
    return _("That it is “%(status)s” was confirmed on %(date)s.") % {
        "status": words.STATUS[listing.status][0],
        "date": language.day(listing.verified_on),
    }


def _is_own(sources: list[dict[str, str]]) -> bool:
    return any(source["kind"] in OWN for source in sources)


def _labels(fields: set[str]) -> tuple[str, ...]:
    labels = (str(label) for field, label in words.FIELD_LABELS.items() if field in fields)
    return tuple(dict.fromkeys(labels))
