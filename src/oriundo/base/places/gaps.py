"""What the gazetteer holds of a country, and what it is known not to hold, in words.

The page in docs/reference and the pages of countries on the site say the same, from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.levels import LEVELS

# The scheme of a national office, by the country whose municipalities it numbers.
_OFFICES = {"MEX": "mx-inegi", "GTM": "gt-ine", "USA": "us-fips"}
_COUNTED = ("admin1", "admin2", "locality", "postal", "admin1 former", "admin2 former")


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not known. `countries`: of which; () for all of them.

    `sentence` is English, marked for translation, with places for `figures`.
    """

    title: str
    countries: tuple[str, ...]
    sentence: str


GAPS: tuple[Gap, ...] = (
    Gap(
        "El Salvador",
        ("SLV",),
        gettext_noop(
            "The 262 municipios until 2024-04-30 are found by name and answer with the municipio of"
            " today that holds them; %(sv_points)s of them have a point of their own, the others"
            " that of today's municipio, of which %(sv_none)s of 44 have none either (Cabañas Oeste"
            ", Chalatenango Norte, La Libertad Oeste): no package knows where any town in them"
            " lies, so the point is the department's, and the answer says so. Which of the 44"
            " holds which was compared with the list of another package: all 262 agree. Its postal"
            " codes are in no package that may be used here."
        ),
    ),
    Gap(
        "Mexico",
        ("MEX",),
        gettext_noop(
            "%(mx_none)s of %(mx_all)s municipios have no point, because no town of 500 people is"
            " linked to them: an address there is located to its state. Populations of municipios"
            " come with the official catalog (`oriundo load places FILE --scheme inegi-2020`). No"
            " package knows where a postal code lies: it only tells the state, and in Mexico City"
            " the alcaldía."
        ),
    ),
    Gap(
        "Guatemala, Honduras, Nicaragua",
        ("GTM", "HND", "NIC"),
        gettext_noop(
            "Towns that the package does not link to a municipio are linked by their name; in"
            " Guatemala %(gt_none)s, in Honduras %(hn_none)s and in Nicaragua %(ni_none)s"
            " municipios have no point. No package holds their postal codes with points. The codes"
            " of Honduran and Nicaraguan municipios are those of GeoNames."
        ),
    ),
    Gap(
        "United States",
        ("USA",),
        gettext_noop(
            "%(us_post)s towns are known only to the post; they lie in the middle of their ZIP"
            " codes. A ZIP code has one county, that in which most of it lies. Connecticut's"
            " counties until 2022-06-05 are found and named as ended; addresses there are in"
            " planning regions. Military post offices lie nowhere."
        ),
    ),
    Gap(
        "Puerto Rico",
        ("USA", "PRI"),
        gettext_noop(
            "In Puerto Rico the municipios are the first level here, and their barrios the second;"
            " organizations there are counted in the United States, by municipio."
        ),
    ),
    Gap(
        "Canada",
        ("CAN",),
        gettext_noop(
            "A postal code is located by its first three characters. Second-level divisions mix"
            " census divisions and municipalities, without official codes."
        ),
    ),
    Gap(
        "Places that are no more",
        ("MEX", "GTM", "USA", "PAN"),
        gettext_noop(
            "Each day stands in `former.csv` with what it rests on. Two are not sure to the day:"
            " Dade County (its voters renamed it on 1997-11-13, the Census Bureau's code is of"
            " 1997-07-22) and the Comarca de San Blas (the day of the law, not of its publication)."
            " Municipios of Mexico and Guatemala that were divided or renamed are not listed."
        ),
    ),
    Gap(
        "Everywhere",
        (),
        gettext_noop(
            "No streets, and no places under 500 people but those of official lists. Divisions have"
            " no point of their own: it is that of a town inside."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the gazetteer holds of a country (alpha-3): how many of each level ("admin1", "admin2",
    "locality", "postal", "admin1 former", "admin2 former"), and how many of its second level have
    the codes of its statistical office."""

    counts: Mapping[str, int]
    official: int


def holdings(places: Gazetteer, country: str) -> Holdings:
    """What is held of a country."""
    counts: dict[str, int] = places.about["counts"]
    held = {level: counts.get(f"{country} {level}", 0) for level in _COUNTED}
    return Holdings(held, _official(places, country))


def gaps_of(country: str) -> list[Gap]:
    """What is known not to be held of a country, the most particular first."""
    return [gap for gap in GAPS if country in gap.countries or not gap.countries]


def figures(places: Gazetteer) -> Mapping[str, str]:
    """The numbers in the sentences of gaps."""
    named = {"sv": "SLV", "mx": "MEX", "gt": "GTM", "hn": "HND", "ni": "NIC"}
    none = {f"{short}_none": _pointless(places, code) for short, code in named.items()}
    found = none | {
        "sv_points": _former_with_points(places, "SLV"),
        "mx_all": places.about["counts"]["MEX admin2"],
        "us_post": _of_the_post(places),
    }
    return {name: f"{number:,}" for name, number in found.items()}


@lru_cache(maxsize=64)
def _pointless(places: Gazetteer, country: str) -> int:
    """How many of today's places of the second level have no point."""
    within = _range(places, country)
    today = _seconds(places, within) & (_until(places, within) == 0)
    return int((today & np.isnan(places.lat[within])).sum())


@lru_cache(maxsize=64)
def _former_with_points(places: Gazetteer, country: str) -> int:
    within = _range(places, country)
    return int(((_until(places, within) != 0) & ~np.isnan(places.lat[within])).sum())


@lru_cache(maxsize=1)
def _of_the_post(places: Gazetteer) -> int:
    towns = places.towns(_range(places, "USA").start)
    return sum(places.key(number).startswith("us-post:") for number in towns)


@lru_cache(maxsize=64)
def _official(places: Gazetteer, country: str) -> int:
    """How many of today's places of the second level have a code of the national office."""
    scheme, within = _OFFICES.get(country, ""), _range(places, country)
    if not scheme:
        return 0
    today = _seconds(places, within) & (_until(places, within) == 0)
    numbers = np.flatnonzero(today) + within.start
    return sum(scheme in places.codes(places.place(int(number))) for number in numbers)


def _range(places: Gazetteer, country: str) -> slice:
    """Where a country and all that lies in it stands."""
    number = places.number_of("iso-3166-1", country)
    return slice(0, 0) if number is None else slice(number, places.end[number])


def _seconds(places: Gazetteer, within: slice) -> NDArray[np.bool_]:
    levels: NDArray[np.int64] = np.asarray(places.levels[within])
    return np.equal(levels, LEVELS.index("admin2"))


def _until(places: Gazetteer, within: slice) -> NDArray[np.int64]:
    return np.asarray(places.until[within])
