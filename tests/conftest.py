"""What every test stands on: no network, marks for what touches the database or a browser."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings

from tests.post_office import PostOffice

BROWSER = Path(__file__).parent / "browser"
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}
LOOPBACK = ("127.", "::1", "localhost")

# A machine that does much else must not fail a property.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


class NetworkRefused(Exception):
    """A test reached for another machine."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they use, so that scripts/suite.py can choose among them."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker("database")
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Sockets reach this machine and no other."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self, address):
        _refuse_strangers(self, address)
        return connect(self, address)

    def guarded_ex(self, address):
        _refuse_strangers(self, address)
        return connect_ex(self, address)

    socket.socket.connect, socket.socket.connect_ex = guarded, guarded_ex
    yield
    socket.socket.connect, socket.socket.connect_ex = connect, connect_ex


def _refuse_strangers(from_socket: socket.socket, address: object) -> None:
    if from_socket.family in {socket.AF_INET, socket.AF_INET6}:
        host = str(address[0])
        if not host.startswith(LOOPBACK):
            raise NetworkRefused(host)


@pytest.fixture
def post_office(settings: Any) -> Iterator[PostOffice]:
    """A mail server of this process, to which the site sends: what it took stands in `letters`."""
    office = PostOffice()
    office.open()
    settings.MAIL = office.server
    settings.MAIL_FROM = "Oriundo <no-reply@oriundo.example>"
    yield office
    office.close()


@pytest.fixture(autouse=True)
def append_only_tables_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lift SQLite's triggers while a test that commits is cleaned up after; Django deletes rows.

    PostgreSQL truncates, which the triggers do not see.
    """
    marker = request.node.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction"))
    commits = commits or bool({"transactional_db", "live_server"} & set(request.fixturenames))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits and connection.vendor == "sqlite":
        _empty_guarded_tables()


def _empty_guarded_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        for table in {table for _, table, _ in triggers}:
            cursor.execute(f'DELETE FROM "{table}"')
        for _, _, definition in triggers:
            cursor.execute(definition)
