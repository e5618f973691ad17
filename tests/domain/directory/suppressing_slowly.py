"""Takes an organization out and says after each write that it is done, then waits to be killed.

    python suppressing_slowly.py NUMBER [in-pieces]

`in-pieces` plants the fault that the test is for: every write is a transaction of its own.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from types import SimpleNamespace

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from oriundo.domain.directory.actions import suppress as module  # noqa: E402, F401
from oriundo.domain.directory.queries.organizations import by_public_id  # noqa: E402

acts = sys.modules["oriundo.domain.directory.actions.suppress"]


def slowly(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if sql.startswith(("INSERT", "UPDATE", "DELETE")):
        print("write", flush=True)
        sys.stdin.readline()
    return result


if "in-pieces" in sys.argv:
    acts.transaction = SimpleNamespace(atomic=nullcontext)
with connection.execute_wrapper(slowly):
    acts.suppress(
        organization=by_public_id(sys.argv[1]), reason="asked", by=None, at=timezone.now()
    )
print("done", flush=True)
