"""Create the environment and install what a requirements list pins, once per list.

    python3 scripts/install.py runtime|model|development|bench|spark

Runs on the machine's own Python, before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
# The lists that include a list, so that what they installed need not be installed again.
LONGER = {
    "runtime": ("model", "development", "bench"),
    "model": ("development", "bench"),
    "development": ("bench",),
}
# Packages that are published as source only.
SOURCES = {"spark": "pyspark", "bench": "reverse-geocoder"}
OLDEST = (3, 11)
NO_PIP = "This Python cannot make environments (Debian: apt-get install python3-venv)"
FAILED = "This failed; what is written above says why, and running it again goes on: {command}"


def main(name: str) -> int:
    if sys.version_info[:2] < OLDEST:
        return _refuse(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    try:
        create()
        if not installed(name):
            install(name)
    except subprocess.CalledProcessError as error:
        return _refuse(FAILED.format(command=" ".join(map(str, error.cmd))))
    return 0


def create() -> None:
    """The environment with pip in it; what an interrupted run began is completed."""
    if not PYTHON.exists():
        print("Creating the environment in .venv", flush=True)
        venv.create(ENVIRONMENT)
    if not (ENVIRONMENT / "bin" / "pip").exists():
        if importlib.util.find_spec("ensurepip") is None:
            raise SystemExit(NO_PIP)
        command = [str(PYTHON), "-m", "ensurepip", "--default-pip"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def installed(name: str) -> bool:
    """Whether the environment holds this list, or the longer one that includes it."""
    lists = (name, *LONGER.get(name, ()))
    return any(_mark(each).exists() and _mark(each).read_text() == _state(each) for each in lists)


def install(name: str) -> None:
    """Install the pinned files (each checked against its hash), then this project in place."""
    print(f"Installing requirements/{name}.txt (some minutes the first time)", flush=True)
    # What builds these, setuptools, is pinned, and here with the list before it.
    source = SOURCES.get(name)
    built = ("--no-binary", source, "--no-build-isolation") if source else ()
    pip("--require-hashes", "--only-binary", ":all:", *built, "-r", f"requirements/{name}.txt")
    if name != "node":
        pip("--no-deps", "--no-build-isolation", "--editable", ".")
    _mark(name).write_text(_state(name))


def pip(*arguments: str) -> None:
    """`pip install`, with its progress bars for a person at a terminal, silent for a log."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    subprocess.run([*command, *quiet, *arguments], cwd=ROOT, check=True)


def _mark(name: str) -> Path:
    return ENVIRONMENT / f"installed-{name}"


def _state(name: str) -> str:
    contents = [ROOT / "requirements" / f"{name}.txt", ROOT / "pyproject.toml"]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in contents)).hexdigest()
    return f"{sys.version_info[0]}.{sys.version_info[1]} {digest}\n"


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
