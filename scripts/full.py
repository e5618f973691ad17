"""The tests that take minutes, which the suite leaves out: matching on Spark, the API at length.

    python scripts/full.py [pytest arguments]

The last line says how many passed and failed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import java
import suite


def main(arguments: list[str]) -> int:
    if not java.ready():
        print(java.MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "full.xml"
        code = suite.pytest(
            [f"--junitxml={report}", *(arguments or ["tests/full"])], {"ORIUNDO_CASES": "200"}
        ).wait()
        passed, failed, skipped = suite.counts(report)
    print(f"{passed} passed, {failed + skipped} failed")
    return 1 if failed or skipped or code else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
