"""Imports a file and says after each batch that it is written, then waits to be killed or told on.

    python importing_slowly.py FILE [in-pieces]

`in-pieces` plants the fault that the test is for: every batch is a transaction of its own.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import django

django.setup()

from django.utils import timezone  # noqa: E402

from oriundo.collect.sources import actions  # noqa: E402
from oriundo.collect.sources.models import Source  # noqa: E402


def wait(_stage: str, _done: float) -> None:
    print("batch", flush=True)
    sys.stdin.readline()


if "in-pieces" in sys.argv:
    actions.transaction = SimpleNamespace(atomic=nullcontext)
actions.import_release(
    source=Source.objects.get(slug="official"),
    path=Path(sys.argv[1]),
    at=timezone.now(),
    actor="test",
    progress=wait,
)
print("done", flush=True)
