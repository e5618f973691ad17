"""The whole test suite: all of it on SQLite, what touches a database beside it on PostgreSQL.

    python scripts/suite.py [pytest arguments]

The last line says how many passed and failed in all parts together.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import chromium
import postgres

ROOT = Path(__file__).resolve().parent.parent
NOTHING_ASKED = 5
PARTS = (
    ("on SQLite", "not browser", "SQLite"),
    # Pages were seen in the browser once: which database is below makes no difference to them,
    # nor to what is marked so.
    ("on SQLite, the pages in Chromium", "browser", "SQLite"),
    ("on PostgreSQL, what touches the database", "database and not browser and not once",
     "PostgreSQL"),
)  # fmt: skip
"""Title, marks of the tests, database."""


def main(arguments: list[str]) -> int:
    browser = chromium.ready()
    if not browser:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    os.environ["CHROMIUM"] = browser
    try:
        # First of all: who named a wrong server learns it now, not after the others.
        with postgres.server() as address:
            return all_parts(address, arguments)
    except postgres.FAULTS as error:
        print(postgres.told(error), file=sys.stderr)
        return 1


def all_parts(address: str, arguments: list[str]) -> int:
    """Run the parts side by side, say what they came to. A test that was skipped is not passed.

    What the others say is told when the first is done.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        reports = [Path(folder) / f"{number}.xml" for number in range(len(PARTS))]
        told = [held.enter_context(tempfile.TemporaryFile()) for _ in PARTS]
        runs = []
        for number, (_, chosen, where) in enumerate(PARTS):
            narrowed = ["-m", chosen, f"--junitxml={reports[number]}", *arguments]
            # Runs beside one another do not share what pytest remembers of the last one.
            narrowed += ["-p", "no:cacheprovider"] if number else []
            variables = {"TEST_DATABASE_URL": address if where == "PostgreSQL" else ""}
            runs.append(pytest(narrowed, variables, told[number] if number else None))
        codes = []
        for run, output, (title, _, _) in zip(runs, told, PARTS, strict=True):
            codes.append(run.wait())
            output.seek(0)
            print(f"{output.read().decode(errors='replace')}\n== {title}: done ==", flush=True)
        passed, failed, skipped = map(sum, zip(*map(counts, reports), strict=True))
    print(f"== {time.monotonic() - began:.0f} seconds, {skipped} skipped ==")
    print(f"{passed} passed, {failed + skipped} failed")
    # A part of which nothing was asked is no failure, unless nothing was tested at all.
    wrong = [code for code in codes if code not in (0, NOTHING_ASKED)]
    return 1 if failed or skipped or wrong or not passed else 0


def pytest(
    arguments: list[str], variables: dict[str, str], told: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | variables, stdout=told, stderr=told)


def counts(report: Path) -> tuple[int, int, int]:
    """Passed, failed, skipped. A run that wrote no report is one failure, not none."""
    if not report.exists():
        return 0, 1, 0
    suites = ElementTree.parse(report).getroot().iter("testsuite")
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return total - failed - skipped, failed, skipped


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
