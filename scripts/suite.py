"""The whole test suite: all of it on SQLite, what touches a database beside it on PostgreSQL.

    python scripts/suite.py [pytest arguments]

The last line says how many passed and failed in both runs together.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import IO

import chromium
import postgres

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    browser = chromium.ready()
    if not browser:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    os.environ["CHROMIUM"] = browser
    try:
        # First of all: who named a wrong server learns it now, not after the other half.
        with postgres.server() as address:
            return both(address, arguments)
    except postgres.FAULTS as error:
        print(postgres.told(error), file=sys.stderr)
        return 1


def both(address: str, arguments: list[str]) -> int:
    """Run the halves side by side, say what they came to. A test that was skipped is not passed.

    What the second half says is told when the first is done.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as told:
        reports = [Path(folder) / "sqlite.xml", Path(folder) / "postgresql.xml"]
        postgresql = on_postgresql(address, reports[1], arguments, told)
        print("== on SQLite, with the pages in Chromium ==", flush=True)
        codes = on_sqlite(reports[0], arguments).wait(), postgresql.wait()
        print("== on PostgreSQL, what touches the database ==", flush=True)
        told.seek(0)
        print(told.read().decode(errors="replace"), flush=True)
        passed, failed, skipped = map(sum, zip(*map(counts, reports), strict=True))
    print(f"== {time.monotonic() - began:.0f} seconds, {skipped} skipped ==")
    print(f"{passed} passed, {failed + skipped} failed")
    return 1 if failed or skipped or any(codes) else 0


def on_sqlite(report: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
    return pytest([f"--junitxml={report}", *arguments], {"TEST_DATABASE_URL": ""})


def on_postgresql(
    address: str, report: Path, arguments: list[str], told: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Pages were seen in the browser once: which database is below makes no difference to them,
    nor to what is marked so.
    """
    narrowed = ["-m", "database and not browser and not once", f"--junitxml={report}", *arguments]
    # Two runs do not share what pytest remembers of the last one.
    narrowed += ["-p", "no:cacheprovider"]
    return pytest(narrowed, {"TEST_DATABASE_URL": address}, told)


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
