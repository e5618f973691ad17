"""What two records are compared by: a named list of features, each with its levels in words.

A feature looks at pairs of records and gives each the number of one of its levels; level 0 always
means that there is nothing to compare. Each level says itself in a sentence and carries its prior
weight in bits (log2 of how much likelier it is among records of one organization than among
candidate pairs of two). Conflicts stand in the same lists as agreements.
"""

from __future__ import annotations

from oriundo.collect.matching.features import identity, naming, places, reach, sayings
from oriundo.collect.matching.features.levels import Compared, Feature, Level

__all__ = ["FEATURES", "Compared", "Feature", "Level"]

FEATURES: tuple[Feature, ...] = (
    Feature("name", naming.NAME_LEVELS, naming.name, sayings.names),
    Feature("wording", naming.WORDING_LEVELS, naming.wording, sayings.extra),
    Feature("acronym", reach.ACRONYM_LEVELS, reach.acronym, sayings.two("acronyms")),
    Feature("phone", reach.PHONE_LEVELS, reach.phone, sayings.two("phones")),
    Feature("email", reach.EMAIL_LEVELS, reach.email, sayings.two("emails")),
    Feature("site", reach.SITE_LEVELS, reach.site, sayings.two("sites")),
    Feature("street", reach.STREET_LEVELS, reach.street, sayings.one("streets")),
    Feature("place", places.PLACE_LEVELS, places.place, sayings.cities),
    Feature("hometown", identity.HOMETOWN_LEVELS, identity.hometown, sayings.one("hometown")),
    Feature("origin", identity.ORIGIN_LEVELS, identity.origin, sayings.two("origins")),
    Feature("number", identity.NUMBER_LEVELS, identity.number, sayings.two("registrations")),
    Feature("listing", identity.LISTING_LEVELS, identity.listing, sayings.nothing),
    Feature("founded", identity.FOUNDED_LEVELS, identity.founded, sayings.years),
)
