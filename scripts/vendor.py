"""Fetch the front-end libraries that package-lock.json pins; copy the built files to var/vendor.

    python scripts/vendor.py [--development]

Node and npm come from the system when Node is 20 or newer, else from the wheel that
requirements/node.txt pins. With --development, what the tests need is fetched too.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import install

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "var" / "vendor"
OLDEST_NODE = 20

# package, file in the package, license in the package
FILES = [
    ("htmx.org", "dist/htmx.min.js", "LICENSE"),
    ("maplibre-gl", "dist/maplibre-gl.mjs", "LICENSE.txt"),
    ("maplibre-gl", "dist/maplibre-gl-worker.mjs", "LICENSE.txt"),
    ("maplibre-gl", "dist/maplibre-gl.css", "LICENSE.txt"),
    # Its archive holds no license text; package.json names the license (BSD-3-Clause).
    ("pmtiles", "dist/pmtiles.js", "package.json"),
]


def main(*, development: bool) -> int:
    wanted = _state(development)
    if not _fetched(wanted):
        fetch(development)
        (MODULES / ".fetched").write_text(wanted)
        VENDOR.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        VENDOR.mkdir(exist_ok=True)
        manifest = [copy(*file) for file in FILES]
        (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    return 0


def fetch(development: bool) -> None:
    """`npm ci`: exactly the lock, each archive checked by its hash, no script of a package run."""
    print("Fetching the front-end libraries", flush=True)
    omit = [] if development else ["--omit=dev"]
    command = [str(node_folder() / "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run([*command, "--loglevel=error", *omit], cwd=ROOT, env=with_node(), check=True)


def with_node() -> dict[str, str]:
    """The environment in which npm finds the Node that belongs to it."""
    return {**os.environ, "PATH": f"{node_folder()}{os.pathsep}{os.environ.get('PATH', '')}"}


def node_folder() -> Path:
    """The folder of a Node that is new enough, with npm beside it; installed when there is none."""
    found = shutil.which("node")
    if found and shutil.which("npm", path=str(Path(found).parent)) and _major(found) >= OLDEST_NODE:
        return Path(found).parent
    if not install.installed("node"):
        install.install("node")
    return install.ENVIRONMENT / "bin"


def copy(package: str, file: str, license_file: str) -> dict[str, str]:
    """Copy one built file; return its line of the manifest."""
    folder = MODULES / package
    # Without the address of a source map, which is not served.
    content = re.sub(rb"\n?//# sourceMappingURL=\S+\s*\Z", b"\n", (folder / file).read_bytes())
    (VENDOR / Path(file).name).write_bytes(content)
    return {
        "name": package,
        "version": json.loads((folder / "package.json").read_text())["version"],
        "file": Path(file).name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "license": (folder / license_file).read_text(),
    }


def _fetched(wanted: str) -> bool:
    mark = MODULES / ".fetched"
    if not mark.exists() or not (VENDOR / "manifest.json").exists():
        return False
    # What the tests need includes what the site needs.
    return mark.read_text() in {wanted, _state(development=True)}


def _state(development: bool) -> str:
    contents = [ROOT / "package-lock.json", Path(__file__)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in contents)).hexdigest()
    return f"{digest} {'with' if development else 'without'} development\n"


def _major(node: str) -> int:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    match = re.match(r"v(\d+)", answer.stdout)
    return int(match[1]) if match else 0


if __name__ == "__main__":
    try:
        raise SystemExit(main(development="--development" in sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        raise SystemExit(install.FAILED.format(command=" ".join(map(str, error.cmd)))) from None
