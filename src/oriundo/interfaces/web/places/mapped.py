"""Which map shows a place: of its side, by the areas that it is one of, with its ties drawn."""

from __future__ import annotations

from collections.abc import Mapping

from oriundo.base.places.gazetteer import Place
from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.maps.themes import THEMES, Side, Theme
from oriundo.interfaces.web.public.address import Address


def asked(place: Place, side: Side, filters: Mapping[str, str]) -> Asked:
    """What to ask the map. `filters` say who is in the place, or comes from it.

    Where no map has areas of its kind, it is the map of towns, narrowed to the place.
    """
    ((by, value),) = filters.items()
    shown = _theme(place, side, by)
    if shown is None:
        towns = next(each for each in THEMES if each.side == side and not each.has_areas)
        return Asked(Address(filters=dict(filters)), towns)
    return Asked(Address(), shown, tied=value)


def _theme(place: Place, side: Side, by: str) -> Theme | None:
    fitting = (each for each in THEMES if (each.side, each.by) == (side, by))
    return next((each for each in fitting if each.within in ("", place.country)), None)
