"""The parts of the world that the page of the base map leads to."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.boundaries.drawing import Frame


@dataclass(frozen=True, slots=True)
class Named:
    """A frame with the word that stands for it in an address, and the one that readers see."""

    slug: str
    label: str | Promise
    frame: Frame

    @property
    def bounds(self) -> str:
        """West, south, east, north, for the program that draws the map in the browser."""
        return edges(self.frame)


def edges(frame: Frame) -> str:
    """West, south, east, north, for the program that draws the map in the browser."""
    return ",".join(f"{each:.3f}" for each in (frame.west, frame.south, frame.east, frame.north))


def _frame(west: float, east: float, middle: float) -> Frame:
    """A frame of the shape of the page's map, 3 to 2, around a latitude."""
    return Frame.around_middle(west, east, middle, ratio=2 / 3)


FRAMES = (
    Named("america", _("North and Central America"), _frame(-140, -52, 36)),
    Named("mexico", _("Mexico"), _frame(-119, -85, 23.5)),
    Named("central-america", _("Central America"), _frame(-94, -75.5, 12.8)),
    Named("united-states", _("United States"), _frame(-127, -65, 38.5)),
    Named("canada", _("Canada"), _frame(-142, -52, 57)),
    Named("los-angeles", _("Los Angeles"), _frame(-119.6, -116.8, 34.1)),
    Named("chicago", _("Chicago"), _frame(-89.2, -86.4, 41.9)),
    Named("zacatecas", _("Zacatecas"), _frame(-104.6, -100.6, 22.8)),
    Named("san-salvador", _("San Salvador"), _frame(-90.5, -87.9, 13.7)),
    Named("montreal", _("Montreal"), _frame(-75.4, -71.6, 45.5)),
)


def named(slug: str) -> Named:
    """The frame of that word, else the first."""
    return next((each for each in FRAMES if each.slug == slug), FRAMES[0])


def framed(slug: str) -> Named:
    """The frame of a word of ours."""
    return next(each for each in FRAMES if each.slug == slug)
