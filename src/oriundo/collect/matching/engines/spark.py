"""The engine on Spark: pairs are found, compared and held by the cluster, not by one machine.

What each step does stands where the local engine has it; here it is called on partitions. Keys are
partitioned so that all records that have a key are together, pairs in any way, and connected groups
so that all pairs inside one are together.

On the driver stay: the table of the records (reading names, the vocabulary and how rare its words
are need all of them), the keys, the links from `merge` up with the groups that these connect, and
what `Comparison.grouped` gives back. All of this grows with the records; the pairs, of which there
are many more, do not come here. Each worker machine has the table in a file that its processes map
(`laid`); each process has the texts in it for itself, and one partition at a time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from splink import Linker
from splink.backends.spark import SparkAPI

from oriundo.collect.matching import blocking, clusters, scoring
from oriundo.collect.matching.clusters import Edges, Pair, Positions
from oriundo.collect.matching.engines import parts
from oriundo.collect.matching.engines.engine import Probabilities, Report
from oriundo.collect.matching.engines.frames import Shared, apart, collected, together
from oriundo.collect.matching.engines.laid import lay
from oriundo.collect.matching.engines.parts import Arrays
from oriundo.collect.matching.engines.session import session
from oriundo.collect.matching.keys import KINDS, keys_of
from oriundo.collect.matching.patterns import Patterns
from oriundo.collect.matching.rulings import Rulings
from oriundo.collect.matching.table import Table
from oriundo.collect.sources.columns import Coded, Columns

_ENTRIES = 1_000_000
"""Keys in a partition: some 100 MB while its pairs are found."""
_PAIRS = 500_000
_COMPARED_BY = frozenset({"source", "numbered"})
"""The columns of the records that features look at; the rest is in the table's own columns."""

_ENDS = "left int, right int"
_EDGE = f"{_ENDS}, probability double"

_FOR_FEW_ROWS = {
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
}
"""Splink asks long questions about few rows: planning them again and again would take longest."""


@contextmanager
def on_spark() -> Iterator[Spark]:
    """The engine on the session of `session`, with a folder for what the workers read."""
    with session() as spark, tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        yield Spark(spark, Path(folder), held)


@dataclass(frozen=True, slots=True)
class Spark:
    _session: SparkSession
    _folder: Path
    _held: ExitStack

    def linking(self, table: pa.Table, settings: dict[str, object]) -> Linker:
        """Splink on Spark, in a session of its own, so that nobody sees its views."""
        own = self._session.newSession()
        for name, value in _FOR_FEW_ROWS.items():
            own.conf.set(name, value)
        # Not typed by its authors; nothing of the similarity functions in their jar is used.
        backend: Any = SparkAPI
        api = backend(
            spark_session=own,
            break_lineage_method="persist",
            num_partitions_on_repartition=1,
            register_udfs_automatically=False,
        )
        sides = [api.register(table, dataset_display_name=side) for side in scoring.SIDES]
        return Linker(sides, settings, log_level=None)

    def block(self, table: Table, *, cap: int, also: Iterable[Pair]) -> _Candidates:
        shared = self.lay(parts.Records(_for_workers(table), blocking.standing_of(table)))
        found = self.keep(
            together(
                self._keys(table),
                lambda part: parts.sharing(part, shared(), cap),
                f"{_ENDS}, kind tinyint, records int",
            )
        )
        crowded = collected(found.where(f"kind != {parts.NO_KIND}").drop("right"))
        crowds = [
            blocking.Crowd(KINDS[kind], records, first)
            for first, kind, records in zip(*(c.tolist() for c in crowded.values()), strict=True)
        ]
        named = np.array(sorted(also), dtype=np.int32).reshape(-1, 2)
        ruled = self.sliced({"left": named[:, 0], "right": named[:, 1]}, _PAIRS, _ENDS)
        pairs = found.where(f"kind = {parts.NO_KIND}").select("left", "right").union(ruled)
        count = self.partitions(found.count(), _PAIRS)
        once = pairs.repartition(count, "left", "right").distinct()
        return _Candidates(self, len(table), shared, once, blocking.in_order(crowds))

    def _keys(self, table: Table) -> DataFrame:
        """Every key of every record; of each key, all records in one partition."""
        entries = list(keys_of(table))
        kinds = [np.full(len(keys), kind, dtype=np.int8) for kind, keys, _ in entries]
        columns: Arrays = {
            "kind": np.concatenate(kinds),
            "key": np.concatenate([keys for _, keys, _ in entries]).view(np.int64),
            "record": np.concatenate([members for _, _, members in entries]),
        }
        frame = self.sliced(columns, _ENTRIES, "kind tinyint, key long, record long")
        return frame.repartition(self.partitions(len(columns["key"]), _ENTRIES), "kind", "key")

    def lay(self, value: object) -> Shared:
        """`value`, for the workers to take."""
        path = self._folder / uuid4().hex
        lay(value, path)
        self._session.sparkContext.addFile(str(path))
        return Shared(path.name)

    def sliced(self, columns: Arrays, at_once: int, schema: str) -> DataFrame:
        """A frame of these arrays. The workers take them from a file, slice by slice, so that
        they never stand in the memory of the Java process."""
        rows = len(next(iter(columns.values())))
        count = self.partitions(rows, at_once)
        bounds = np.linspace(0, rows, count + 1).astype(np.int64)
        shared = self.lay(columns)

        def sliced(part: Arrays) -> Arrays:
            start, end = bounds[part["id"].min()], bounds[part["id"].max() + 1]
            return {name: column[start:end] for name, column in shared().items()}

        return apart(self._session.range(0, count, 1, count), sliced, schema)

    def partitions(self, rows: int, at_once: int) -> int:
        """How many partitions for so many rows: all processors work, and none is large."""
        processors: int = self._session.sparkContext.defaultParallelism
        return max(processors, -(-rows // at_once))

    def keep(self, frame: DataFrame) -> DataFrame:
        """The frame, held by the workers (in memory, else on their disks) until the run ends."""
        kept = frame.persist(StorageLevel.MEMORY_AND_DISK)
        self._held.callback(kept.unpersist)
        return kept


@dataclass(frozen=True, slots=True)
class _Candidates:
    _engine: Spark
    _records: int
    _shared: Shared
    _pairs: DataFrame
    crowds: tuple[blocking.Crowd, ...]

    def compared(self, report: Report) -> _Comparison:
        shared = self._shared
        pairs = self._engine.keep(
            apart(
                self._pairs,
                lambda part: parts.leveled(part, shared().table),
                f"{_ENDS}, code long, times int",
            )
        )
        counted = collected(pairs.groupBy("code").sum("times").orderBy("code"))
        report(1.0)
        return _Comparison(
            self._engine, self._records, pairs, Patterns(counted["code"], counted["sum(times)"])
        )


@dataclass(frozen=True, slots=True)
class _Comparison:
    _engine: Spark
    _records: int
    _pairs: DataFrame
    patterns: Patterns

    def grouped(
        self,
        probability: Probabilities,
        rulings: Rulings,
        *,
        merge: float,
        cohesion: float,
        review: float,
    ) -> tuple[Edges, Positions]:
        links = collected(self._likely(probability, merge))
        linked = clusters.linked_by(self._records, links["left"], links["right"], rulings)
        shared = self._engine.lay(linked)
        likely = self._likely(probability, clusters.LEAST)
        told = collected(apart(likely, lambda part: parts.told(part, shared(), review), _EDGE))
        same = np.array(sorted(rulings.same), dtype=np.int32).reshape(-1, 2)
        named = {"left": same[:, 0], "right": same[:, 1], "probability": np.full(len(same), np.nan)}
        doubted = apart(
            likely.union(self._engine.sliced(named, _PAIRS, _EDGE)),
            lambda part: parts.in_doubt(part, shared()),
            f"{_EDGE}, name long",
        )
        grouped = collected(
            together(
                doubted.repartition(self._engine.partitions(len(links["left"]), _PAIRS), "name"),
                lambda part: parts.cohering(part, shared(), rulings, merge, cohesion),
                "member int, group int",
            )
        )
        group = linked.group.copy()
        group[grouped["member"]] = grouped["group"]
        return _in_order(told), group

    def _likely(self, probability: Probabilities, least: float) -> DataFrame:
        codes = self.patterns.codes
        return apart(self._pairs, lambda part: parts.likely(part, codes, probability, least), _EDGE)


def _in_order(told: Arrays) -> Edges:
    order = np.lexsort((told["right"], told["left"]))
    left, right, probability = (column[order] for column in told.values())
    return Edges(left.astype(np.int64), right.astype(np.int64), probability)


def _for_workers(table: Table) -> Table:
    """The table without the columns of the records that no feature looks at."""
    nothing: Coded[Any] = Coded((), np.zeros(0, dtype=np.int32))
    unused = {f.name: nothing for f in fields(Columns) if f.name not in _COMPARED_BY}
    return replace(table, columns=replace(table.columns, **unused))
