"""Building the atlas from the published directory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.row import Home, Row, Texts


def build() -> Atlas:
    """The atlas of all listings as they stand."""
    return Atlas.of([row(listing) for listing in Listing.objects.order_by("pk").iterator(2_000)])


def row(listing: Listing) -> Row:
    """What the atlas holds of a listing."""
    return Row(
        public_id=listing.public_id,
        name=listing.name,
        sort_key=listing.sort_key,
        origin=listing.origin,
        country=listing.residence_country,
        region=listing.residence_region,
        county=listing.residence_county,
        city=listing.residence_city,
        lat=listing.latitude,
        lon=listing.longitude,
        precision=listing.precision,
        homes=tuple(Home(**home) for home in listing.homes),
        objective=listing.objective,
        member_origin=listing.member_origin,
        structure=listing.structure,
        support=tuple(_values(listing, "support")),
        language=tuple(_values(listing, "language")),
        status=listing.status,
        verified=listing.verified_on.isoformat() if listing.verified_on else "",
        published=listing.published_at.date().isoformat(),
        texts=_texts(listing),
    )


def _texts(listing: Listing) -> Texts:
    return Texts(
        alternates=tuple(_values(listing, "alternate_name")),
        acronyms=tuple(_values(listing, "acronym")),
        hometowns=tuple(_values(listing, "hometown")),
        residence=tuple(_values(listing, "city")),
        doing=tuple(_values(listing, "description")),
    )


def _values(listing: Listing, field: str) -> Iterator[Any]:
    return (fact["value"] for fact in listing.facts if fact["field"] == field)
