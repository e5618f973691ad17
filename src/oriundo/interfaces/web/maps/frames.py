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
        edges = (self.frame.west, self.frame.south, self.frame.east, self.frame.north)
        return ",".join(map(str, edges))


FRAMES = (
    Named("america", _("North and Central America"), Frame(-128, 5, -56, 56)),
    Named("mexico", _("Mexico"), Frame(-118.5, 13.8, -86, 33.2)),
    Named("central-america", _("Central America"), Frame(-93, 6.6, -76.6, 18.8)),
    Named("united-states", _("United States"), Frame(-126, 23.5, -65.5, 50)),
    Named("canada", _("Canada"), Frame(-142, 41, -52, 66)),
    Named("los-angeles", _("Los Angeles"), Frame(-119.6, 33.2, -116.8, 35)),
    Named("chicago", _("Chicago"), Frame(-89.2, 41, -86.4, 42.8)),
    Named("zacatecas", _("Zacatecas"), Frame(-104.4, 21.4, -100.4, 24)),
    Named("san-salvador", _("San Salvador"), Frame(-90.2, 13, -87.6, 14.6)),
    Named("montreal", _("Montreal"), Frame(-75.4, 44.4, -71.6, 46.6)),
)


def named(slug: str) -> Named:
    """The frame of that word, else the first."""
    return next((each for each in FRAMES if each.slug == slug), FRAMES[0])
