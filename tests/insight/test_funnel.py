"""The counters are never mixed, add up, and tell nothing about who is not public."""

from __future__ import annotations

import pytest

from oriundo.domain.directory import actions
from oriundo.insight.observatory.queries import funnel, public_matrix
from tests.factories import CHAPIN, HOUSTON, JEREZ, NOON, imported, policies

pytestmark = pytest.mark.django_db

SPAIN = "8,Asociación de Mexicanos en Madrid,Madrid,,Spain,,mx.example,Mexico,,"
NOWHERE = "9,Club Zacatecano,,,,,zac.example,Mexico,,"
NAMELESS = "7,,Reno,NV,US,,,Mexico,,"


def built(folder, *rows, **modes):
    policies(**modes)
    imported(folder, *rows)
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")


def test_rows_are_read_kept_or_refused_and_records_linked_or_excluded(tmp_path):
    built(tmp_path, JEREZ, HOUSTON, SPAIN, NAMELESS, MEX="public", SLV="public")
    found = funnel()
    assert (found.rows.read, found.rows.kept, found.rows.refused) == (4, 3, 1)
    assert (found.counters.records_linked, found.counters.records_excluded) == (2, 1)
    assert found.counters.exclusions == {"outside_scope": 1}


def test_identified_located_and_listed_are_three_counters(tmp_path):
    built(tmp_path, JEREZ, CHAPIN, NOWHERE, MEX="public", GTM="authority_only")
    counters = funnel().counters
    assert (counters.identified, counters.located, counters.listed) == (3, 2, 2)


def test_what_is_not_recorded_is_not_zero(tmp_path):
    built(tmp_path, JEREZ, MEX="public")
    counters = funnel().counters
    assert (counters.contacted, counters.participating, counters.verified) == (None, None, 0)


def test_the_public_matrix_counts_listings_and_has_an_unknown_column(tmp_path):
    built(tmp_path, JEREZ, HOUSTON, NOWHERE, MEX="public", SLV="public")
    assert public_matrix().matrix.cells == {"MEX": {"USA": 1, "": 1}, "SLV": {"USA": 1, "": 0}}


def test_fewer_than_five_that_are_not_public_are_not_counted_out(tmp_path):
    built(tmp_path, JEREZ, CHAPIN, MEX="public", GTM="authority_only")
    assert public_matrix().withheld is None


def test_five_that_are_not_public_are_counted(tmp_path):
    clubs = [
        f"{n},Guatemaltecos de {n * 'x'},Reno,NV,US,,g{n}.example,Guatemala,,"
        for n in range(11, 16)
    ]
    built(tmp_path, JEREZ, *clubs, MEX="public", GTM="authority_only")
    assert public_matrix().withheld == 5
