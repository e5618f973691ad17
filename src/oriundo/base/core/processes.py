"""The same work on many parts, on all processors."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import count
from typing import Any, TypeVar

# What glibc calls M_TRIM_THRESHOLD and M_MMAP_MAX.
_LEAST_GIVEN_BACK, _MOST_MAPPED = -1, -4
_NEVER = 2**31 - 1

Part = TypeVar("Part")
Done = TypeVar("Done")


def spread(work: Callable[[Part], Done], parts: Sequence[Part], *, alone: bool) -> Iterator[Done]:
    """What `work` makes of each part, in order; in this process when it is to work `alone`.

    Other processes are copies of this one as it stands, so what it has read already is not read
    again; `work` is a function of a module, and parts and answers travel as pickles. What was
    garbage here is left alone there: the threads of a database, say, that ends with its last
    connection are not in the copy, and to wait for them is to crash.
    """
    processors = len(os.sched_getaffinity(0))
    if alone or processors < 2 or len(parts) < 2:
        yield from map(work, parts)
        return
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processors, mp_context=fork, initializer=gc.freeze) as pool:
        yield from pool.map(work, parts)


def each(jobs: Sequence[Callable[[], Done]], *, alone: bool) -> Iterator[Done]:
    """What each job gives, in order; in this process when it is to work `alone`.

    The jobs themselves do not travel, only their answers, so they may hold what is far too large
    to be sent.
    """
    run = next(_runs)
    _given[run] = jobs
    try:
        yield from spread(_done, [(run, place) for place in range(len(jobs))], alone=alone)
    finally:
        del _given[run]


_runs = count()
_given: dict[int, Sequence[Callable[[], Any]]] = {}
"""The jobs of this moment. Other processes, which are copies of this one, find them here."""


def _done(which: tuple[int, int]) -> Any:
    run, place = which
    return _given[run][place]()


def keep_memory() -> None:
    """Have this process, and those that it starts, keep the memory that they free for what they
    need next. The usual allocator gives large blocks back, and the system has to clear every page
    of the next one: over columns of a million values that is a tenth of the time."""
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is not None:  # Only glibc has it.
        tune(_MOST_MAPPED, 0)
        tune(_LEAST_GIVEN_BACK, _NEVER)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for circles of objects that hold one another. Columns have none, and
    over millions of values each search takes longer than the one before."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
