from __future__ import annotations

from dataclasses import dataclass

import pytest

from oriundo.base.places.reverse import reverse


@dataclass(frozen=True)
class Area:
    country: str = ""
    admin1: str = ""
    county: str = ""


class OneArea:
    """Boundaries that hold every point in the one area given."""

    def __init__(self, area: Area) -> None:
        self.area = area

    def at(self, longitude: float, latitude: float, *, nearest_km: float = 0) -> Area:
        return self.area


@pytest.mark.parametrize(
    ("lat", "lon", "codes"),
    [
        (29.76, -95.37, ("USA", "US-TX", "48201")),
        (20.67, -103.35, ("MEX", "MX-JAL", "14039")),
        (14.64, -90.51, ("GTM", "GT-01", "0101")),
        (43.65, -79.38, ("CAN", "CA-ON", "CA.08.3520")),
    ],
)
def test_a_point_is_given_the_areas_of_the_nearest_town(lat, lon, codes):
    around = reverse(lat, lon)
    assert (around.country, around.admin1, around.admin2) == codes
    assert around.by == "town"


def test_boundaries_decide_where_they_are_given():
    around = reverse(29.76, -95.37, OneArea(Area("USA", "US-LA", "22071")))
    assert (around.admin1, around.admin2, around.by) == ("US-LA", "22071", "polygon")
    assert around.town.admin1 == "US-TX"


def test_the_municipality_comes_from_the_nearest_town_of_the_same_state():
    around = reverse(20.67, -103.35, OneArea(Area("MEX", "MX-JAL")))
    assert (around.admin2, around.by) == ("14039", "polygon")


def test_a_municipality_of_another_state_is_not_taken():
    around = reverse(20.67, -103.35, OneArea(Area("MEX", "MX-NAY")))
    assert (around.admin1, around.admin2) == ("MX-NAY", "")


def test_a_point_outside_all_boundaries_is_nowhere():
    around = reverse(29.76, -95.37, OneArea(Area()))
    assert (around.country, around.by) == ("", "nothing")


def test_a_point_at_sea_is_nowhere():
    around = reverse(0.0, -150.0)
    assert (around.country, around.town, around.by) == ("", None, "nothing")


def test_the_date_line_is_no_border():
    assert reverse(-16.8, 179.99).country == "FJI"
    assert reverse(-16.8, -179.99).country == "FJI"
