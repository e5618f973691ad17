"""From entries to the files that the gazetteer reads: see `gazetteer.py` for what each holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.base.places.building.areas import plain_name
from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.forms import place_key
from oriundo.base.places.grid import cell_of, write_grid
from oriundo.base.places.hashing import hash_of
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.store import write_column, write_strings

NOWHERE = np.uint32(0xFFFFFFFF)


def write_gazetteer(folder: Path, entries: Entries) -> None:
    """Write all columns and indexes of `entries` into `folder`."""
    listed = in_order(entries)
    places = {entry.key: number for number, entry in enumerate(listed)}
    _write_values(folder, listed)
    _write_areas(folder, listed, places)
    _write_texts(folder, listed)
    _write_index(folder, listed)
    # Towns that only the post knows lie in the middle of their codes, which is nowhere exactly.
    towns = [n for n, e in enumerate(listed) if e.level == "locality" and e.geonames]
    cells = [cell_of(listed[n].lat or 0.0, listed[n].lon or 0.0) for n in towns]
    write_grid(folder, np.array(towns, np.uint32), np.array(cells, np.int64))


def in_order(entries: Entries) -> list[Entry]:
    """Each country, then each division with all that lies in it: areas are ranges of numbers."""

    def place(entry: Entry) -> tuple[object, ...]:
        division = entry.key if entry.level == "admin1" else entry.admin1
        if entry.level == "admin1" and entry.valid_to:
            division = entry.parent
        rank = LEVELS.index(entry.level)
        return (entry.country, division, rank, entry.valid_to, -entry.prominence, entry.key)

    return sorted(entries, key=place)


def _write_values(folder: Path, listed: Sequence[Entry]) -> None:
    nan = float("nan")
    columns: dict[str, NDArray[Any]] = {
        "lat": np.array([nan if e.lat is None else e.lat for e in listed], np.float64),
        "lon": np.array([nan if e.lon is None else e.lon for e in listed], np.float64),
        "level": np.array([LEVELS.index(e.level) for e in listed], np.uint8),
        "population": np.array([e.population for e in listed], np.uint32),
        "prominence": np.array([min(e.prominence, 2**32 - 1) for e in listed], np.uint32),
        "geonames": np.array([e.geonames for e in listed], np.uint32),
        "valid-to": np.array([_day(e.valid_to) for e in listed], np.uint32),
    }
    for name, values in columns.items():
        write_column(folder, name, values)


def _day(date: str) -> int:
    return int(date.replace("-", "") or 0)


def _write_areas(folder: Path, listed: Sequence[Entry], places: dict[str, int]) -> None:
    """The area of each level that a place lies in, and where the range of an area ends."""
    columns = {name: [_number(places, getattr(e, name)) for e in listed] for name in _AREAS}
    for name, numbers in columns.items():
        write_column(folder, name, np.array(numbers, np.uint32))
    ends = np.zeros(len(listed), np.uint32)
    for number, entry in enumerate(listed):
        own = number if entry.level == "admin1" else columns["admin1"][number]
        for area in (columns["country"][number], own):
            if area != NOWHERE:
                ends[area] = number + 1
    write_column(folder, "end", ends)


_AREAS = ("country", "admin1", "admin2", "parent")


def _number(places: dict[str, int], key: str) -> int:
    return places[key] if key else int(NOWHERE)


def _write_texts(folder: Path, listed: Sequence[Entry]) -> None:
    write_strings(folder, "key", (e.key for e in listed))
    write_strings(folder, "code", (e.code for e in listed))
    write_strings(folder, "name", (e.name for e in listed))
    write_strings(folder, "names", (_pairs(e.names) for e in listed))
    write_strings(folder, "codes", (_pairs(e.codes) for e in listed))
    write_strings(folder, "spellings", (_spellings(e) for e in listed))


def _pairs(values: dict[str, str]) -> str:
    return "|".join(f"{key}={value}" for key, value in values.items())


def _spellings(entry: Entry) -> str:
    others = dict.fromkeys(text.replace("|", " ") for text in entry.spellings)
    return "|".join(text for text in others if text != entry.name)


def _write_index(folder: Path, listed: Sequence[Entry]) -> None:
    """Hash of a name or code -> numbers of places, ascending, and whether it is their own name."""
    own: dict[int, dict[int, bool]] = {}
    for number, entry in enumerate(listed):
        for form, is_own in _forms(entry):
            numbers = own.setdefault(hash_of(form), {})
            numbers[number] = numbers.get(number, False) or is_own
    hashes = sorted(own)
    starts = np.zeros(len(hashes) + 1, np.uint32)
    np.cumsum([len(own[each]) for each in hashes], out=starts[1:])
    flat = [pair for each in hashes for pair in sorted(own[each].items())]
    write_column(folder, "index", np.array(hashes, np.uint64))
    write_column(folder, "index-starts", starts)
    write_column(folder, "index-places", np.array([number for number, _ in flat], np.uint32))
    write_column(folder, "index-own", np.array([is_own for _, is_own in flat], np.uint8))


def _forms(entry: Entry) -> Iterator[tuple[str, bool]]:
    """What a place can be asked for by: (form, whether it is the place's own name)."""
    for scheme, code in entry.codes.items():
        yield f"#{scheme}:{code}", True
    yield f"#key:{entry.key}", True
    if entry.level == "country":
        return
    if entry.level == "postal":
        yield f"#post:{place_key(entry.name)}", True
        yield from ((f"#post:{place_key(name)}", False) for name in entry.spellings)
        return
    for name in (entry.name, *entry.names.values(), plain_name(entry.name)):
        if name:
            yield place_key(name), True
    for name in entry.spellings:
        form = place_key(name)
        if len(form) > 1:
            yield form, False
