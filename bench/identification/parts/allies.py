"""Two versions of a list of migrant-service organizations, against labels made by hand.

The labels are `allies.csv` in the folder of --labels: left_row_a or left_row_b, right_row_a or
right_row_b (data rows of each list, counted from 1), same (yes or no). What is not labeled the
same is taken for different.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

import duckdb

from bench.identification.options import Options
from bench.identification.parts.contest import contest
from bench.identification.quality import grouped
from bench.identification.rows import Row
from bench.identification.tables import prepare

COLUMNS = {
    "name": "name", "address": "address", "city": "city", "region": "state",
    "country": "country", "phone": "phone", "website": "website", "lat": "lat", "lon": "lon",
}  # fmt: skip
_SQL = """
    select list || '-' || row as label, row_number() over (order by list, row) as record_id,
           l.cluster as labeled, * exclude (list, row, record, cluster)
    from (
        select 'a' as list, row_number() over () as row, name, address, city, state, country,
               phone, website, lat, lon
        from read_csv('{a}', all_varchar=true)
        union all
        select 'b', row_number() over (), name, address, city, state, country, phone, website,
               latitude, longitude
        from read_csv('{b}', all_varchar=true)
    ) left join labels l on l.record = list || '-' || row
"""


def rows(options: Options) -> Iterator[Row]:
    lists = {
        which: options.file("lists", f"migrant-allies-2018-{which}.csv") for which in ("a", "b")
    }
    labels = options.label("allies.csv")
    folder = options.folder / "allies"
    folder.mkdir(parents=True, exist_ok=True)
    with labels.open(encoding="utf-8", newline="") as file:
        pairs = [_ends(row) for row in csv.DictReader(file) if row["same"] == "yes"]
    with (folder / "labels.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("record", "cluster"))
        writer.writerows(grouped(pairs).items())
    found = folder / "found.parquet"
    source = _SQL.format(**lists).replace("labels l", f"read_csv('{folder / 'labels.csv'}') l")
    duckdb.sql(f"copy ({source}) to '{found}'")
    table = prepare(
        folder,
        "Migrant allies, two versions",
        f"select * exclude (label, labeled), coalesce(labeled, label) as cluster from '{found}'",
        COLUMNS,
    )
    yield from contest(table, options)


def _ends(row: dict[str, str]) -> tuple[str, str]:
    """The two records of a labeled pair, as list and row."""
    left, right = (_record(row, side) for side in ("left", "right"))
    return left, right


def _record(row: dict[str, str], side: str) -> str:
    return next(f"{which}-{row[name]}" for which in "ab" if row.get(name := f"{side}_row_{which}"))
