"""Write invented records to a file, in an order that gives nothing away.

    python -m bench.identification.generated organizations --size 10000 --out organizations.parquet
    python -m bench.identification.generated located --size 10000 --out located.parquet
    python -m bench.identification.generated sites --out sites.csv

The ending of the file's name says what is written: `.parquet` or `.csv`. The columns are those of
records.COLUMNS, located.COLUMNS or site_lists.COLUMNS, and `record_id`, the number of the row.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from bench.identification.generated import located, located_places, records, site_lists
from bench.identification.generated.places import from_geonames

Value = int | float | str
_BATCH = 20_000
SEED = 2024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("what", choices=("organizations", "located", "sites"))
    parser.add_argument(
        "--size", type=int, default=10_000, help="records of organizations (default: 10000)"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    if chosen.what == "sites":
        write(service_sites(chosen.seed), chosen.out)
    elif chosen.what == "located":
        write(located_organizations(chosen.size, chosen.seed), chosen.out)
    else:
        write(organizations(chosen.size, chosen.seed), chosen.out)


def organizations(size: int, seed: int = SEED) -> pa.Table:
    """Invented organizations as a table, shuffled."""
    drawn = records.records(size, seed, from_geonames())
    return shuffled(drawn, records.COLUMNS, seed)


def located_organizations(size: int, seed: int = SEED) -> pa.Table:
    """Invented organizations that all say where and since when, as a table, shuffled."""
    drawn = located.records(size, seed, located_places.from_geonames())
    return shuffled(drawn, located.COLUMNS, seed)


def service_sites(seed: int = SEED, count: int = 1_500) -> pa.Table:
    """Invented lists of service sites as a table, shuffled."""
    return shuffled(site_lists.records(count, seed), site_lists.COLUMNS, seed)


def shuffled(drawn: Iterable[tuple[Value, ...]], columns: Sequence[str], seed: int) -> pa.Table:
    """Rows as a table whose first column numbers them from 1."""
    table = pa.concat_tables(_batches(iter(drawn), columns))
    order = np.random.default_rng(seed).permutation(len(table))
    return table.take(order).add_column(0, "record_id", pa.array(np.arange(1, len(table) + 1)))


def _batches(drawn: Iterator[tuple[Value, ...]], columns: Sequence[str]) -> Iterator[pa.Table]:
    while batch := list(islice(drawn, _BATCH)):
        values = [pa.array(column) for column in zip(*batch, strict=True)]
        yield pa.table(values, names=list(columns))


def write(table: pa.Table, path: Path) -> None:
    if path.suffix == ".parquet":
        pa.parquet.write_table(table, path)
    else:
        pa.csv.write_csv(table, path)


if __name__ == "__main__":
    main()
