"""Peers: each a program of its own that reads a prepared table and writes groups.

    python <program> PREPARED.csv FOLDER [TRUTH.csv]

A program writes `<what the answer rests on>.csv` (record_id, group) into the folder, one or
several; what it prints is added to the note.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.identification.quality import Quality, quality
from bench.identification.rows import Row
from bench.identification.running import ROOT, Took, run
from bench.identification.tables import Table

PROGRAMS = Path(__file__).with_name("programs")
_ENVIRONMENT = ROOT / "var" / "peers"
_PYTHON = _ENVIRONMENT / "bin" / "python"
_PINNED = ROOT / "requirements" / "peers.txt"
SPLINK_FIXED = "0.9"
AFTERWARDS = "best threshold, picked afterwards by the truth"


class NotInstalled(Exception):
    """The peers' own environment could not be made; the sentence says why."""


def environment() -> Path:
    """The Python that has dedupe and recordlinkage, made at the first call."""
    mark = _ENVIRONMENT / "installed"
    if not mark.exists() or mark.read_text() != _PINNED.read_text():
        print(f"Installing requirements/{_PINNED.name} into {_ENVIRONMENT}", flush=True)
        venv.create(_ENVIRONMENT, with_pip=True)
        pip = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes"]
        done = subprocess.run([*pip, "-r", str(_PINNED)], capture_output=True, text=True)
        if done.returncode:
            raise NotInstalled(f"not installed: {done.stderr.strip().splitlines()[-1][:150]}")
        mark.write_text(_PINNED.read_text())
    return _PYTHON


def splink(table: Table, *, limit: float) -> Iterator[Row]:
    """Splink with its generic comparisons: at a fixed threshold, and at the best of several."""
    took, answers = _measured(sys.executable, "with_splink.py", table, limit)
    if took.failure:
        yield Row(table.title, "Splink, generic", table.size, note=took.failure)
        return
    yield _row(table, f"Splink, generic, p >= {SPLINK_FIXED}", took, answers[SPLINK_FIXED])
    if len(answers) == 1:
        return
    best = max(answers, key=lambda threshold: answers[threshold].f1)
    yield _row(table, f"Splink, generic, p >= {best}", took, answers[best], AFTERWARDS)


def dedupe(table: Table, *, limit: float) -> Iterator[Row]:
    """dedupe, taught by right labels."""
    yield from _in_environment("dedupe, trained", "with_dedupe.py", table, limit)


def recordlinkage(table: Table, *, limit: float) -> Iterator[Row]:
    """recordlinkage with its unsupervised classifier."""
    yield from _in_environment("recordlinkage, ECM", "with_recordlinkage.py", table, limit)


def _in_environment(who: str, program: str, table: Table, limit: float) -> Iterator[Row]:
    try:
        python = environment()
    except NotInstalled as failure:
        yield Row(table.title, who, table.size, note=str(failure))
        return
    took, answers = _measured(str(python), program, table, limit)
    if took.failure:
        yield Row(table.title, who, table.size, note=took.failure)
        return
    for name, found in answers.items():
        yield _row(table, who, took, found, ", ".join(filter(None, (name, took.out.strip()))))


def _measured(
    python: str, program: str, table: Table, limit: float
) -> tuple[Took, dict[str, Quality]]:
    with TemporaryDirectory() as folder:
        truth = Path(folder) / "truth"
        with truth.open("w", newline="") as file:
            csv.writer(file).writerows(table.truth.items())
        took = run([python, PROGRAMS / program, table.prepared, folder, truth], limit=limit)
        answers = {
            path.stem: quality(_groups(path), table.truth)
            for path in sorted(Path(folder).glob("*.csv"))
        }
    return took, answers


def _groups(path: Path) -> dict[str, str]:
    with path.open(newline="") as file:
        return {row["record_id"]: row["group"] for row in csv.DictReader(file)}


def _row(table: Table, who: str, took: Took, found: Quality, note: str = "") -> Row:
    return Row(table.title, who, table.size, took.wall, took.cpu, took.peak, found, note=note)
