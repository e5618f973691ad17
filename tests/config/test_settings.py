"""The settings of an installation, as a process of their own: these tests run with others."""

from __future__ import annotations

import json
import os
import subprocess
import sys

ASK = """
import json, django
django.setup()
from django.conf import settings
from django.db import connection
cursor = connection.cursor()
ask = lambda name: cursor.execute("PRAGMA " + name).fetchone()[0]
print(json.dumps({
    "journal_mode": ask("journal_mode"), "synchronous": ask("synchronous"),
    "foreign_keys": ask("foreign_keys"), "mode": connection.transaction_mode,
    "debug": settings.DEBUG, "hsts": settings.SECURE_HSTS_SECONDS, "hosts": settings.ALLOWED_HOSTS,
}))
"""


def started(folder, **environment):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", ASK],
        env=kept
        | {"ORIUNDO_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_any_variable_the_installation_is_safe_and_durable(tmp_path):
    done = started(tmp_path)
    # synchronous 2 is FULL: what was acknowledged survives the power.
    assert json.loads(done.stdout) == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "mode": "IMMEDIATE",
        "debug": False,
        "hsts": 0,
        "hosts": ["127.0.0.1", "localhost"],
    }


def test_https_is_remembered_for_a_year(tmp_path):
    done = started(tmp_path, HTTPS="1", ALLOWED_HOSTS="oriundo.example")
    answers = json.loads(done.stdout)
    assert (answers["hsts"], answers["hosts"]) == (31_536_000, ["oriundo.example"])


def test_a_wrong_value_stops_the_start(tmp_path):
    done = started(tmp_path, DEBUG="maybe")
    assert done.returncode == 1
    assert done.stderr.endswith("UnusableSetting: DEBUG='maybe': write 1 or 0\n")
