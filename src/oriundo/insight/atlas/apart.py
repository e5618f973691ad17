"""Building the atlas in a process of its own, so that one that answers readers goes on doing so.

python -m oriundo.insight.atlas.apart
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import django

_log = logging.getLogger(__name__)


def start_building() -> subprocess.Popen[bytes]:
    """A process that brings the atlas up to date. It outlives this one, and finishes its work."""
    command = [sys.executable, "-m", __name__]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, env=environment)  # noqa: S603 (our own module)


def _build() -> None:
    django.setup()
    # They are models, which need the line above.
    from oriundo.insight.atlas.actions import refresh  # noqa: PLC0415
    from oriundo.insight.atlas.generations import Busy  # noqa: PLC0415

    try:
        refresh(wait=False)
    except Busy:
        _log.info("atlas: another process is building it")


if __name__ == "__main__":
    _build()
