"""The Chromium that pages are tested in: found on the machine, else installed.

python scripts/chromium.py     prints the program's path
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "No Chromium: none was found where CHROMIUM says, or none could be installed. Install one "
    "(Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium"
)


def ready() -> str | None:
    """The browser's path; one is installed when there is none, unless CHROMIUM names one."""
    path = found()
    if not path and not os.environ.get("CHROMIUM"):
        print("Installing Chromium for the tests of the pages", file=sys.stderr, flush=True)
        path = install()
    return path


def found() -> str | None:
    """The browser that CHROMIUM names, else one of the system's, else Playwright's own."""
    given = os.environ.get("CHROMIUM")
    if given:
        return shutil.which(given)
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _of_playwright()


def install() -> str | None:
    """Debian's package when we are root, else Playwright's browser. None when neither worked."""
    if os.getuid() == 0 and shutil.which("apt-get"):
        for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            _quietly(["apt-get", "-qq", *step])
    if not found():
        _quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    return found()


def _of_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _quietly(command: list[str]) -> None:
    # A step may fail: the next one is tried, and the caller looks for the browser at the end.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdout=sys.stderr, check=False)


def main() -> int:
    path = ready()
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    raise SystemExit(main())
