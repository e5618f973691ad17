"""Translations, with Babel instead of the GNU tools that a machine may not have.

python scripts/messages.py update     sentences of the code into the catalogs (.po)
python scripts/messages.py compile    catalogs into .mo, where the .po is newer
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "oriundo"
LOCALE = PACKAGE / "locale"

# How sentences are marked, and in which argument the sentence stands (c: the context).
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def update() -> None:
    """Merge the sentences of the code into every catalog; sentences no longer used are dropped."""
    template = collect()
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalog = read(path)
        # A near match is somebody else's sentence: better untranslated than wrong.
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        path.write_bytes(written(catalog))


def compile_all() -> None:
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            buffer = io.BytesIO()
            write_mo(buffer, read(path))
            compiled.write_bytes(buffer.getvalue())


def collect() -> Catalog:
    """Every marked sentence of the package's Python files and templates, with its files."""
    catalog = Catalog(project="oriundo", fuzzy=False)
    for path, method, source in _sources():
        for _line, message, comments, context in extract(
            method, source, keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            # Without line numbers, which change with every edit and hide what did change.
            where: list[Any] = [(str(path.relative_to(ROOT)), None)]
            catalog.add(message, locations=where, auto_comments=comments, context=context)
    return catalog


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def written(catalog: Catalog) -> bytes:
    """The catalog as a file that changes only when a sentence does: sorted, undated."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, sort_output=True, omit_header=False)
    lines = buffer.getvalue().splitlines(keepends=True)
    dated = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By')
    return b"".join(line for line in lines if not line.startswith(dated))


def _sources() -> Iterator[tuple[Path, str, io.BytesIO]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, "python", io.BytesIO(path.read_bytes())
    for path in sorted(PACKAGE.rglob("templates/**/*.*")):
        if path.suffix in {".html", ".txt"}:
            marked = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            yield path, "python", io.BytesIO(marked.encode())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings_test")
    settings.USE_I18N  # noqa: B018 (templatize needs settings, and says so only in the middle)
    {"update": update, "compile": compile_all}[sys.argv[1]]()
