"""Commands in fresh processes, and what they took."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 8 * 1024
"""MiB that a contender may hold: the machine is not its own."""
_FRESH = Path(__file__).with_name("fresh.py")


@dataclass(frozen=True, slots=True)
class Took:
    """`wall` and `cpu` in seconds, `peak` in MiB, `stages`: seconds by what the command said that
    it was doing. `failure`: why there is no answer, or ""."""

    wall: float
    cpu: float
    peak: int
    out: str
    stages: tuple[tuple[str, float], ...]
    failure: str


def run(command: Sequence[str | Path], *, limit: float, memory: int = MEMORY) -> Took:
    """Run a command in a fresh process, for at most `limit` seconds and `memory` MiB."""
    with TemporaryDirectory() as folder:
        result = Path(folder) / "took.json"
        words = [
            sys.executable,
            str(_FRESH),
            str(result),
            str(limit),
            str(memory),
            *map(str, command),
        ]
        subprocess.run(words, check=True, cwd=ROOT)
        took = json.loads(result.read_text())
    stages = tuple((name, seconds) for name, seconds in took["stages"])
    return Took(took["wall"], took["cpu"], took["peak"], took["out"], stages, _why(took))


def _why(took: dict[str, object]) -> str:
    if took["ended"]:
        return str(took["ended"])
    if took["status"]:
        last = str(took["err"]).strip().splitlines() or [f"exit status {took['status']}"]
        return f"failed: {last[-1][:150]}"
    return ""
