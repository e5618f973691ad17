"""What a map can show: organizations where they are, or where their members come from, by what.

A theme is a word of the address. Each either colors the areas of a layer by how many organizations
they have, or draws the places themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.boundaries import ADMIN1, COUNTIES, COUNTRIES
from oriundo.base.places.boundaries.drawing import Frame
from oriundo.interfaces.web.maps.frames import framed

Side = Literal["here", "from"]


@dataclass(frozen=True, slots=True)
class Theme:
    """`by` is the filter whose values are counted; `layer` the areas colored, "" for places.

    `within` limits the areas to a country (alpha-3); "" for the whole world. `area` is what one of
    the areas is called.
    """

    slug: str
    label: str | Promise
    side: Side
    by: str
    layer: str
    within: str
    area: str | Promise
    frame: Frame

    @property
    def has_areas(self) -> bool:
        return bool(self.layer)


def _theme(slug: str, label: Promise, side: Side, by: str, layer: str, within: str, area: Promise,
           frame: str | Frame) -> Theme:  # fmt: skip
    shown = framed(frame).frame if isinstance(frame, str) else frame
    return Theme(slug, label, side, by, layer, within, area, shown)


def _divisions(slug: str, code: str, label: Promise, area: Promise, west: float, east: float,
               middle: float) -> Theme:  # fmt: skip
    frame = Frame.around_middle(west, east, middle, ratio=2 / 3)
    return _theme(slug, label, "from", "home_region", ADMIN1.name, code, area, frame)


_AMERICA, _UNITED_STATES, _CANADA = "america", "united-states", "canada"
THEMES: tuple[Theme, ...] = (
    _theme("places", _("Towns and cities"), "here", "city", "", "", _("Town or city"), _AMERICA),
    _theme("countries", _("Countries"), "here", "country", COUNTRIES.name, "", _("Country"),
           _AMERICA),
    _theme("us-states", _("States of the United States"), "here", "region", ADMIN1.name, "USA",
           _("State"), _UNITED_STATES),
    _theme("us-counties", _("Counties of the United States"), "here", "county", COUNTIES.name,
           "USA", _("County"), _UNITED_STATES),
    _theme("ca-provinces", _("Provinces of Canada"), "here", "region", ADMIN1.name, "CAN",
           _("Province or territory"), _CANADA),
    _theme("home-places", _("Municipalities"), "from", "hometown", "", "", _("Municipality"),
           Frame.around_middle(-118, -77, 20, ratio=2 / 3)),
    _theme("home-countries", _("Countries"), "from", "origin", COUNTRIES.name, "", _("Country"),
           _AMERICA),
    _divisions("mx", "MEX", _("States of Mexico"), _("State"), -119, -85, 23.8),
    _divisions("gt", "GTM", _("Departments of Guatemala"), _("Department"), -92.6, -88, 15.7),
    _divisions("sv", "SLV", _("Departments of El Salvador"), _("Department"), -90.3, -87.5, 13.8),
    _divisions("hn", "HND", _("Departments of Honduras"), _("Department"), -89.6, -83, 14.8),
    _divisions("ni", "NIC", _("Departments of Nicaragua"), _("Department"), -88, -82.5, 12.9),
    _divisions("cr", "CRI", _("Provinces of Costa Rica"), _("Province"), -86.2, -82.4, 9.7),
    _divisions("pa", "PAN", _("Provinces of Panama"), _("Province"), -83.2, -77, 8.4),
    _divisions("bz", "BLZ", _("Districts of Belize"), _("District"), -89.5, -87.3, 17.2),
)  # fmt: skip
_BY_SLUG = {theme.slug: theme for theme in THEMES}
SIDES: dict[Side, str | Promise] = {
    "here": _("Where the organizations are"),
    "from": _("Where their members come from"),
}


def theme(slug: str) -> Theme:
    """The theme of that word, else the first."""
    return _BY_SLUG.get(slug, THEMES[0])


def other_side(shown: Theme) -> Theme:
    """The theme that answers the same question for the other end of the way."""
    twins = {"places": "home-places", "countries": "home-countries", "us-states": "mx"}
    twins |= {twin: slug for slug, twin in twins.items()} | {"us-counties": "mx"}
    fallback = "countries" if shown.side == "from" else "home-countries"
    return theme(twins.get(shown.slug, fallback))
