"""CSV files that people write by hand: the rows of one that has the columns it needs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop


def rows_of(
    path: Path, columns: Sequence[str], unusable: type[OriundoError]
) -> Iterator[dict[str, str]]:
    """The rows of a CSV, one after the other; `unusable`, naming the first column it lacks."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise unusable(
                gettext_noop("%(file)s has no column %(column)s."),
                remedy=gettext_noop("It needs the columns %(columns)s."),
                values={"file": path.name, "column": missing[0], "columns": ", ".join(columns)},
            )
        yield from reader
