"""The whole test suite: all of it on SQLite, what touches a database again on PostgreSQL.

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
    """Run the halves, say what they came to. A test that was skipped is not passed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        reports = [Path(folder) / "sqlite.xml", Path(folder) / "postgresql.xml"]
        codes = on_sqlite(reports[0], arguments), on_postgresql(address, reports[1], arguments)
        passed, failed, skipped = map(sum, zip(*map(counts, reports), strict=True))
    print(f"== {time.monotonic() - began:.0f} seconds, {skipped} skipped ==")
    print(f"{passed} passed, {failed + skipped} failed")
    return 1 if failed or skipped or any(codes) else 0


def on_sqlite(report: Path, arguments: list[str]) -> int:
    print("== on SQLite, with the pages in Chromium ==", flush=True)
    return pytest([f"--junitxml={report}", *arguments], {"TEST_DATABASE_URL": ""})


def on_postgresql(address: str, report: Path, arguments: list[str]) -> int:
    """Pages were seen in the browser once: which database is below makes no difference to them."""
    print("== on PostgreSQL, what touches the database ==", flush=True)
    narrowed = ["-m", "database and not browser", f"--junitxml={report}", *arguments]
    return pytest(narrowed, {"TEST_DATABASE_URL": address})


def pytest(arguments: list[str], variables: dict[str, str]) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False).returncode


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
