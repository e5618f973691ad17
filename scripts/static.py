"""Collect the static files for serving, if any has changed since: compressing them takes a while.

python scripts/static.py
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

PLAIN = "web/site.css"


def main() -> int:
    mark = Path(settings.VAR) / "static.collected"
    wanted = digest()
    root = Path(settings.STATIC_ROOT or "")
    if not (root / "staticfiles.json").exists() or not mark.exists() or mark.read_text() != wanted:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        keep_plain(root)
        mark.write_text(wanted)
    return 0


def keep_plain(root: Path) -> None:
    """A copy of the style sheet without a hash: the page of failures must not look it up."""
    shutil.copy(str(finders.find(PLAIN)), root / PLAIN)


def digest() -> str:
    """Of the names and contents of all files that would be collected, and of how."""
    found = hashlib.sha256(Path(django.__file__).read_bytes())
    found.update(repr(settings.STORAGES).encode())
    for finder in finders.get_finders():
        for name, storage in sorted(finder.list(None), key=lambda each: each[0]):
            prefix = getattr(storage, "prefix", None) or ""
            found.update(f"\n{prefix}/{name}\n".encode())
            found.update(Path(storage.path(name)).read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    raise SystemExit(main())
