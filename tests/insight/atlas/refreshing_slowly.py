"""Brings the atlas up to date and says where it is, then waits to go on or to be killed.

    python refreshing_slowly.py STAGE [anew]

STAGE: reading, written, finished, pointing.
"""

from __future__ import annotations

import sys

import django

django.setup()

from oriundo.insight.atlas import actions, files  # noqa: E402
from oriundo.insight.atlas.generations import Store  # noqa: E402

STAGES = [sys.argv[1]]


def wait(stage):
    if stage in STAGES:
        STAGES.remove(stage)
        print(stage, flush=True)
        sys.stdin.readline()


def slowly(stage, function):
    def with_a_pause(*arguments, **named):
        wait(stage)
        return function(*arguments, **named)

    return with_a_pause


files.write = slowly("reading", files.write)
actions.sums = slowly("written", actions.sums)
Store.finish = slowly("finished", Store.finish)
Store.point = slowly("pointing", Store.point)
state = actions.refresh(anew="anew" in sys.argv)
print(state.did, flush=True)
