"""What setup has built, and a gazetteer of a few invented places beside the real one.

Tests look at the real files, and fail where there are none.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from oriundo.base.places.boundaries import Lookup
from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.building.writing import write_gazetteer
from oriundo.base.places.gazetteer import Gazetteer, gazetteer
from oriundo.base.places.store import FORMAT

BUILT = Path(__file__).parents[3] / "var" / "map"


@pytest.fixture(scope="session")
def built():
    """The folder of boundaries and base map."""
    if not (BUILT / "built.json").exists():
        pytest.fail("no base map: run `make setup-development`", pytrace=False)
    return BUILT


@pytest.fixture(scope="session")
def lookup(built):
    return Lookup.read(built, built / "drawn")


@pytest.fixture(scope="session")
def places() -> Gazetteer:
    return gazetteer()


def entry(key: str, level: str, name: str, **values: object) -> Entry:
    """An entry of an invented country, with what most tests do not care about filled in."""
    given = {"country": "XAA", "code": key, "parent": "XAA"} | values
    return Entry(key=key, level=level, name=name, **given)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Gazetteer]:
    """Write entries as a gazetteer of their own, and open it."""

    def written(*listed: Entry, state: str = "one") -> Gazetteer:
        entries = Entries()
        for each in listed:
            entries.add(each)
        folder = tmp_path / state
        folder.mkdir()
        write_gazetteer(folder, entries)
        about = {"format": FORMAT, "state": state, "packages": {}, "catalogs": [], "counts": {}}
        (folder / "about.json").write_text(json.dumps(about))
        return Gazetteer(folder)

    return written


@pytest.fixture
def country() -> Entry:
    return entry("XAA", "country", "Aria", parent="", codes={"iso-3166-1": "XAA"})
