"""What the tests stand on does what it says: no network, guards lifted only to clean up."""

from __future__ import annotations

import socket

import pytest
from django.db import connection, utils

import chromium
import postgres
import suite
from oriundo.base.audit.models import Entry
from tests.conftest import NetworkRefused


def test_a_socket_to_another_machine_is_refused():
    with pytest.raises(NetworkRefused, match=r"192\.0\.2\.1"), socket.socket() as stranger:
        stranger.connect(("192.0.2.1", 443))


def test_a_socket_to_this_machine_is_let_through():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as ours:
        assert ours.connect_ex(server.getsockname()) == 0


@pytest.mark.django_db
def test_the_database_is_the_one_that_this_run_is_for(settings):
    given = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    assert connection.vendor == {"sqlite3": "sqlite", "postgresql": "postgresql"}[given]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "after the table was emptied"])
def test_the_audit_log_stays_guarded_between_tests_that_commit(time):
    from oriundo.base.audit.actions import record
    from tests.factories import NOON

    record(at=NOON, actor="test", verb="planted", about="x")
    assert Entry.objects.count() == 1
    with pytest.raises(utils.DatabaseError, match="append-only"):
        Entry.objects.all().delete()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("mysql://ana:secret@127.0.0.1/x", "write postgresql://user:password@host:port/name"),
        ("postgresql://ana:secret@127.0.0.1:port/x", "write postgresql://user:password@host"),
        ("sqlite:///x", "write postgresql://user:password@host:port/name"),
        ("postgresql://ana:secret@127.0.0.1:1/x", "connection failed: "),
        ("postgresql://ana:secret@/x?host=/nowhere", "connection is bad: "),
    ],
)
def test_a_server_that_cannot_be_tested_on_is_refused_in_a_sentence(address, why):
    with pytest.raises(postgres.Unusable) as refusal:
        postgres.must_serve(address)
    said = postgres.told(refusal.value)
    assert said.startswith(f"TEST_DATABASE_URL names no PostgreSQL that can be tested on: {why}")
    assert "secret" not in said


def test_a_wrong_server_stops_the_suite_before_its_first_part(monkeypatch, capfd):
    monkeypatch.setenv("CHROMIUM", "true")
    monkeypatch.setenv("TEST_DATABASE_URL", "oriundo")
    assert suite.main([]) == 1
    out, err = capfd.readouterr()
    assert (out, err.count("\n"), err[:20]) == ("", 1, "TEST_DATABASE_URL na")


def test_a_browser_that_is_not_there_stops_the_suite_and_nothing_is_installed(monkeypatch, capfd):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert suite.main([]) == 1
    assert capfd.readouterr() == ("", f"{chromium.MISSING}\n")


def test_a_part_of_the_suite_that_wrote_no_report_is_a_failure(tmp_path):
    report = tmp_path / "report.xml"
    assert suite.counts(report) == (0, 1, 0)
    report.write_text('<a><testsuite tests="9" failures="1" errors="2" skipped="3"/></a>')
    assert suite.counts(report) == (3, 3, 3)
