"""The same work on many parts, and many jobs at once."""

from __future__ import annotations

import gc
import os
import threading

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


def test_collection_is_off_within_and_as_it_was_after() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
