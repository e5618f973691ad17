"""A process that dies while it takes an organization out leaves it as it was, or out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from oriundo.base.audit.models import Entry
from oriundo.collect.matching.models import SuppressedValue, Suppression
from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Exclusion, Fact, Listing, Organization
from tests.collect.sources.test_killed_import import environment
from tests.factories import JEREZ, NOON, imported, policies

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = Path(__file__).with_name("suppressing_slowly.py")


@pytest.fixture
def organization(tmp_path):
    policies(MEX="public")
    imported(tmp_path, JEREZ)
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
    return Organization.objects.get()


def suppress_and_die(organization, *, after, fault=""):
    process = subprocess.Popen(
        [sys.executable, SCRIPT, organization.public_id, fault],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    for write in range(after):
        assert process.stdout.readline() == "write\n"
        if write < after - 1:
            process.stdin.write("\n")
            process.stdin.flush()
    process.kill()
    process.communicate()


def state():
    tables = (Suppression, SuppressedValue, Exclusion, Fact, Listing, Entry)
    held = [table.objects.count() for table in tables]
    return held, list(Organization.objects.values_list("name", "exclusion"))


@pytest.mark.parametrize("after", [1, 2, 5, 8])
def test_killed_it_leaves_everything_as_it_was(organization, after):
    before = state()
    suppress_and_die(organization, after=after)
    assert state() == before


def test_the_fault_that_this_is_for_would_be_seen(organization):
    suppress_and_die(organization, after=3, fault="in-pieces")
    assert (Suppression.objects.count(), Listing.objects.count()) == (1, 1)
