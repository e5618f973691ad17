"""Codes of filters in the reader's words."""

from __future__ import annotations

from django.utils.translation import gettext

from oriundo.base.places.names import country_name, division_name
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.typology import AXES, OBJECTIVE, SUPPORT
from oriundo.insight.atlas.question import UNKNOWN
from oriundo.interfaces.api.answers import language
from oriundo.interfaces.api.records import place_name
from oriundo.interfaces.speech import say

_CODED = AXES | {"support": SUPPORT, "secondary_objective": OBJECTIVE}


def word(name: str, value: str) -> str:
    """What a value of a filter is called; a value without a word comes back as it is."""
    if value == UNKNOWN:
        return gettext("Unknown")
    if name in ("origin", "country"):
        return country_name(value, language())
    if name in ("region", "home_region"):
        return division_name(value, language())
    if name in ("county", "city", "hometown"):
        return place_name(value, language())
    if name == "status":
        return str(dict(Organization.Status.choices).get(value, value))
    return say(_CODED.get(name, {}).get(value, value))
