"""Arrays in one file that is mapped into memory, and a list of them beside it.

`columns.bin` holds the arrays one after the other, each from a multiple of 64 bytes on;
`about.json` their names, types and lengths, and the version of this format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

FORMAT = 1
Array = NDArray[Any]
_DATA, _ABOUT = "columns.bin", "about.json"
_MAGIC = b"oriundo columns\n"
_ALIGNED = 64


class ColumnsMissing(OriundoError):
    """There are no columns in the folder, or they are of another version of this program."""


def write_arrays(folder: Path, rows: int, arrays: Iterable[tuple[str, Array]]) -> None:
    """Write arrays of one dimension into a folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    listed: dict[str, list[str | int]] = {}
    with (folder / _DATA).open("wb") as file:
        file.write(_MAGIC)
        for name, array in arrays:
            file.write(bytes(-file.tell() % _ALIGNED))
            listed[name] = [array.dtype.str, file.tell(), len(array)]
            file.write(np.ascontiguousarray(array).data)
    about = {"format": FORMAT, "rows": rows, "bytes": (folder / _DATA).stat().st_size}
    (folder / _ABOUT).write_text(json.dumps(about | {"columns": listed}), "utf-8")


def map_arrays(folder: Path) -> Mapping[str, Array]:
    """The arrays of a folder, by name; they cannot be written to. Raises ColumnsMissing."""
    try:
        about = json.loads((folder / _ABOUT).read_text("utf-8"))
        memory = np.memmap(folder / _DATA, np.uint8, mode="r")
    except (OSError, ValueError) as error:
        _missing(folder, error)
    if about.get("format") != FORMAT or about["bytes"] != len(memory):
        _missing(folder, None)
    plain = memory.view(np.ndarray)
    return {name: _array(plain, *place) for name, place in about["columns"].items()}


def _array(memory: Array, kind: str, start: int, count: int) -> Array:
    return memory[start : start + count * np.dtype(kind).itemsize].view(kind)


def _missing(folder: Path, cause: Exception | None) -> NoReturn:
    raise ColumnsMissing(
        gettext_noop("The columns of the atlas in %(folder)s cannot be read."),
        remedy=gettext_noop("Build the atlas again: oriundo atlas build."),
        values={"folder": str(folder)},
    ) from cause
