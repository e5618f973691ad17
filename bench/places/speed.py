"""How many addresses a second, in one process and in two; and reverse lookup beside another's."""

from __future__ import annotations

import importlib
import resource
import time
import warnings
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from bench.places.cases import Case
from bench.places.report import share
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import Geocoder
from oriundo.base.places.located import Address
from oriundo.base.places.names import division_code
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
    """The state of the true point by the nearest town: ours, and reverse_geocoder's."""
    cases = [c for c in cases if c.state.startswith("US-") and c.lat is not None]
    ours, points = Reverse(gazetteer()), [(c.lat or 0.0, c.lon or 0.0) for c in cases]
    begun = time.process_time()
    around = list(ours.many(points))
    ours_s = time.process_time() - begun
    # One process, as ours; it leaves the file of its cities open.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        package = importlib.import_module("reverse_geocoder")
        theirs = package.RGeocoder(mode=1, verbose=False)
    begun = time.process_time()
    nearest = theirs.query(points)
    theirs_s = time.process_time() - begun
    print(f"\n{'reverse':<28}{'right US state':>15}{'right county':>14}{'microseconds':>14}")
    state = share(a.admin1 == c.state for a, c in zip(around, cases, strict=True))
    county = share(a.admin2 == c.county for a, c in zip(around, cases, strict=True) if c.county)
    each = 1e6 * ours_s / len(points)
    print(f"{'Oriundo, nearest town':<28}{state:>15}{county:>14}{each:>14.1f}")
    pairs = list(zip(nearest, cases, strict=True))
    state = share(division_code(town["admin1"], "USA") == c.state for town, c in pairs)
    county = share(_county(town) == c.county for town, c in pairs if c.county)
    each = 1e6 * theirs_s / len(points)
    print(f"{'reverse_geocoder':<28}{state:>15}{county:>14}{each:>14.1f}")


def _county(town: Mapping[str, str]) -> str:
    """The code of the county that reverse_geocoder names, "" where we know none of that name."""
    places = gazetteer()
    state = places.by_code("iso-3166-2", division_code(town["admin1"], "USA") or "")
    named = places.named(town["admin2"], state) if state and town["admin2"] else []
    return next((place.code for place in named if place.level == "admin2"), "")
