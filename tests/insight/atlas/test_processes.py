"""Processes that die in the middle, and several at once."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from oriundo.insight.atlas import current
from oriundo.insight.atlas.actions import refresh, store
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.generations import Busy
from oriundo.insight.atlas.question import Question
from tests.collect.sources.test_killed_import import environment
from tests.insight.atlas.listings import published, withdrawn

pytestmark = pytest.mark.django_db(transaction=True)
EVERYTHING = Question(order="name")
SCRIPT = Path(__file__).with_name("refreshing_slowly.py")


@contextmanager
def another_process(folder, stage, *arguments):
    """One that brings the atlas up to date, stopped at a stage."""
    process = subprocess.Popen(
        [sys.executable, SCRIPT, stage, *arguments],
        env=environment() | {"ORIUNDO_VAR": str(folder.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == f"{stage}\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def found():
    current._forget()
    return atlas().find(EVERYTHING).ids


@pytest.mark.parametrize("stage", ["reading", "written", "finished", "pointing"])
def test_killed_while_it_builds_the_former_one_answers(folder, stage):
    [a] = published("Aztlán")
    refresh()
    with another_process(folder, stage, "anew"):
        pass
    assert store().current() == "00000001"
    assert found() == (a.public_id,)
    [b] = published("Bacalar")
    assert found() == (a.public_id, b.public_id)


@pytest.mark.parametrize("stage", ["written", "finished", "pointing"])
def test_killed_while_it_advances_the_former_one_answers(folder, stage):
    [a] = published("Aztlán")
    refresh()
    [b] = published("Bacalar")
    with another_process(folder, stage):
        assert store().current() == "00000001"
    assert found() == (a.public_id, b.public_id)


@pytest.mark.parametrize("stage", ["reading", "written", "finished", "pointing"])
def test_killed_while_it_builds_the_first_one_the_next_builds_it(folder, stage):
    [a] = published("Aztlán")
    with another_process(folder, stage):
        assert store().current() is None
    assert found() == (a.public_id,)
    assert list(folder.glob("*-*")) == []


def test_what_is_published_while_another_builds_appears_and_stays(folder):
    a, b = published("Aztlán", "Bacalar")
    refresh()
    with another_process(folder, "written", "anew") as process:
        [c] = published("Cuautla")
        withdrawn(a)
        assert found() == (b.public_id, c.public_id)
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "built\n"
    assert found() == (b.public_id, c.public_id)
    assert store().read(store().current()).manifest.serials == 3


def test_the_first_one_is_built_once(folder):
    published("Aztlán")
    with another_process(folder, "reading"), pytest.raises(Busy):
        refresh(wait=False)


def test_two_that_start_at_once_agree(folder):
    organizations = published("Aztlán", "Bacalar")
    with another_process(folder, "written") as process:
        second = subprocess.Popen(
            [sys.executable, SCRIPT, "none"],
            env=environment() | {"ORIUNDO_VAR": str(folder.parent)},
            stdout=subprocess.PIPE,
            text=True,
        )
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "built\n"
        assert second.communicate()[0] in {"nothing\n", "built\n"}
    assert found() == tuple(one.public_id for one in organizations)
