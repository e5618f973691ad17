"""The same work on many parts, and many jobs at once."""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
import threading
from typing import ClassVar

import pytest

from oriundo.base.core.processes import each, uncollected


def test_jobs_that_cannot_travel_are_done_elsewhere_and_answered_in_order(monkeypatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    lock = threading.Lock()
    jobs = [lambda n=n: (n, lock.locked(), os.getpid() == here) for n in range(3)]
    here = os.getpid()
    assert list(each(jobs, alone=False)) == [(n, False, False) for n in range(3)]


def test_alone_jobs_are_done_here() -> None:
    here = os.getpid()
    assert list(each([os.getpid, os.getpid], alone=True)) == [here, here]


class _Held:
    """Refers to itself, so only a search for circles ends it; then it says so."""

    ended: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended.append(os.getpid())


def _ended_after_a_search() -> list[int]:
    gc.collect()
    return _Held.ended


def test_what_is_garbage_here_is_not_ended_elsewhere(monkeypatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    with uncollected():
        _Held()
        assert list(each([_ended_after_a_search] * 3, alone=False)) == [[], [], []]
    assert _ended_after_a_search() == [os.getpid()]


def test_collection_is_off_within_and_as_it_was_after() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="only glibc can be told")
@pytest.mark.parametrize("keep", [True, False])
def test_memory_that_is_freed_is_kept_for_what_is_needed_next(keep: bool) -> None:
    program = f"""
from oriundo.base.core.processes import keep_memory
def held():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
if {keep}:
    keep_memory()
block = b"x" * (200 << 20)
before = held()
del block
print(before - held() < 100 << 20)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert said.stdout.decode().strip() == str(keep)
