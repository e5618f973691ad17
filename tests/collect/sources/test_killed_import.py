"""A process that dies at any moment of an import leaves the whole release, or none of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from oriundo.collect.sources.models import Issue, Record, Release
from tests.factories import a_file, a_source

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = Path(__file__).with_name("importing_slowly.py")
BATCHES = 5
ROWS = 2_000 * BATCHES


def address():
    """The test database, as a process of its own finds it."""
    held = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{held['NAME']}"
    host = quote(str(held["HOST"]), safe="")
    user = quote(held["USER"], safe="")
    password = quote(held["PASSWORD"], safe="")
    return f"postgresql://{user}:{password}@:{held['PORT'] or 5432}/{held['NAME']}?host={host}"


def environment():
    return os.environ | {
        "DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


@pytest.fixture
def rows(tmp_path):
    a_source()
    return a_file(tmp_path, *(f"{n},Club {n},Reno,NV,US,,,Mexico,," for n in range(ROWS)))


def import_and_die(path, *, after, fault=""):
    """Import in a process that is killed once `after` batches are written."""
    process = subprocess.Popen(
        [sys.executable, SCRIPT, path, fault],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    for _ in range(after - 1):
        assert process.stdout.readline() == "batch\n"
        process.stdin.write("\n")
        process.stdin.flush()
    assert process.stdout.readline() == "batch\n"
    process.kill()
    process.communicate()


def kept():
    return Release.objects.count(), Record.objects.count(), Issue.objects.count()


@pytest.mark.parametrize("after", [1, 3, BATCHES])
def test_a_killed_import_leaves_nothing(rows, after):
    import_and_die(rows, after=after)
    assert kept() == (0, 0, 0)


def test_an_import_after_a_killed_one_is_whole(rows):
    import_and_die(rows, after=2)
    done = subprocess.run(
        [sys.executable, SCRIPT, rows],
        env=environment(),
        input="\n" * BATCHES,
        text=True,
        capture_output=True,
        check=True,
    )
    assert done.stdout.split() == ["batch"] * BATCHES + ["done"]
    assert kept() == (1, ROWS, 0)


def test_the_fault_that_this_is_for_would_be_seen(rows):
    import_and_die(rows, after=2, fault="in-pieces")
    assert kept()[:2] == (1, 4_000)
