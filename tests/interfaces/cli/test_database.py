"""The commands that need a database make its tables, and say it when there is none."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from tests.factories import JEREZ, a_file
from tests.interfaces.cli.test_demo import oriundo


def test_the_first_import_makes_the_tables(tmp_path):
    done = oriundo(tmp_path, "import", a_file(tmp_path, JEREZ), "--source", "ime", "--json")
    assert (done.returncode, json.loads(done.stdout)["records"]) == (0, 1)
    with closing(sqlite3.connect(tmp_path / "oriundo.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM sources_record").fetchone() == (1,)


def test_a_database_that_does_not_answer_is_told_in_one_line(tmp_path):
    done = oriundo(tmp_path, "publish", DATABASE_URL="postgresql://u:secret@127.0.0.1:1/x")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("Error: The database does not answer: connection failed")
    assert "secret" not in done.stderr
