"""What else follows its organization when two become one or one becomes two.

Apps above the directory hang their rows on organizations. Each registers, in its `ready()`, a
function that tells in sentences what a change would do to its rows, so that the person who
decides reads it before and not after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from oriundo.domain.directory.models import Organization

Told = tuple[str, Mapping[str, object]]
"""A sentence marked for translation, and the values that fill it."""


@dataclass(frozen=True, slots=True)
class Change:
    """`kept` goes on under its identifier; `joining` become part of it (none: it is split)."""

    kept: Organization
    joining: Sequence[Organization]


Effect = Callable[[Change], Iterable[Told]]

_EFFECTS: list[Effect] = []


def register(effect: Effect) -> None:
    """Have `effect` asked at every change from now on; called once, from an app's `ready()`."""
    if effect not in _EFFECTS:
        _EFFECTS.append(effect)


def of(change: Change) -> list[Told]:
    """What every registered app says of a change, in the order of registration."""
    return [told for effect in _EFFECTS for told in effect(change)]


@contextmanager
def registered(effect: Effect) -> Iterator[None]:
    """`effect` registered for a while: for tests of what registers one."""
    register(effect)
    try:
        yield
    finally:
        _EFFECTS.remove(effect)
