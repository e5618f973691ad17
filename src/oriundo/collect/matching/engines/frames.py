"""Arrays to and from the frames of Spark.

Workers import this module and `parts`, and little else: Splink is not for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame

from oriundo.collect.matching.engines.laid import taken
from oriundo.collect.matching.engines.parts import Arrays

Step = Callable[[Arrays], Arrays]


@dataclass(frozen=True, slots=True)
class Shared:
    """A value that the workers take from a file; calling it gives the value, in any process."""

    name: str

    def __call__(self) -> Any:
        return taken(Path(SparkFiles.get(self.name)))


def apart(frame: DataFrame, step: Step, schema: str) -> DataFrame:
    """What `step` makes of the rows, some at a time."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from _table(step(_arrays(pa.Table.from_batches([batch]))))

    return frame.mapInArrow(run, schema)


def together(frame: DataFrame, step: Step, schema: str) -> DataFrame:
    """What `step` makes of all rows of each partition at once."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = list(batches)
        if held:
            yield from _table(step(_arrays(pa.Table.from_batches(held))))

    return frame.mapInArrow(run, schema)


def collected(frame: DataFrame) -> Arrays:
    """All rows, here."""
    return _arrays(frame.toArrow())


def _arrays(table: pa.Table) -> Arrays:
    return {name: table[name].to_numpy() for name in table.column_names}


def _table(arrays: Arrays) -> list[pa.RecordBatch]:
    return list(pa.table(arrays).to_batches())
