"""The settings, for tests: TEST_DATABASE_URL names a PostgreSQL server, else SQLite in a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Before the settings are read, which would otherwise make a key and keep it.
os.environ.setdefault("SECRET_KEY", "tests only: a key that protects nothing, and long enough")

from config.environment import database
from config.settings import *  # noqa: F403 (tests run with the settings that they test)
from config.settings import DATABASES, SQLITE_OPTIONS, STORAGES

# A file and not memory: threads of the live server then meet each other as processes would.
_HOLDER = tempfile.TemporaryDirectory(prefix="oriundo-tests-")
_FOLDER = Path(_HOLDER.name)

DATABASES["default"] = database(os.environ, "TEST_DATABASE_URL", _FOLDER / "unused.sqlite3")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A test database may be lost with the power; waiting for the disk would double the time.
    command = str(SQLITE_OPTIONS["init_command"]).replace("synchronous=FULL", "synchronous=OFF")
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS | {"init_command": command}
    DATABASES["default"]["TEST"] = {"NAME": _FOLDER / "test.sqlite3"}

# A test sees what it wrote itself, at once.
ATLAS = _FOLDER / "atlas"
ATLAS_SECONDS = 0

# Files are served from where they are written: no collecting before a test.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Passwords of tests need not withstand anybody.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Tests come from one address, and ask more than a person would.
API_RATE = 0
DOWNLOADS = _FOLDER / "downloads"
