"""The same work on many parts, on all processors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")


def spread(work: Callable[[Part], Done], parts: Sequence[Part], *, alone: bool) -> Iterator[Done]:
    """What `work` makes of each part, in order; in this process when it is to work `alone`.

    Other processes are copies of this one as it stands, so what it has read already is not read
    again; `work` is a function of a module, and parts and answers travel as pickles.
    """
    processors = len(os.sched_getaffinity(0))
    if alone or processors < 2 or len(parts) < 2:
        yield from map(work, parts)
        return
    with ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(work, parts)
