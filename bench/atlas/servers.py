"""A PostgreSQL to measure on: the one that tests run on, too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

# By name: where scripts/ is on the path this module is `postgres`, and one file has one name.
_SCRIPT = import_module("scripts.postgres")
FAULTS: tuple[type[Exception], ...] = _SCRIPT.FAULTS


@contextmanager
def server() -> Iterator[str]:
    """The address of a server, stopped at the end if it is ours. Raises one of FAULTS."""
    with _SCRIPT.server() as address:
        yield address


def told(error: Exception) -> str:
    """What to tell a person about one of FAULTS."""
    return str(_SCRIPT.told(error))
