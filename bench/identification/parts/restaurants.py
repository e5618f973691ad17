"""Restaurants of two guides: Fodor's and Zagat's."""

from __future__ import annotations

from collections.abc import Iterator

from bench.identification.options import Options
from bench.identification.parts.contest import contest
from bench.identification.rows import Row
from bench.identification.tables import prepare

COLUMNS = {
    "name": "name", "address": "addr", "city": "city", "phone": "phone", "description": "type",
}  # fmt: skip
_SQL = """
    with pairs as (select * from read_csv('{folder}/matches_fodors_zagats.csv', all_varchar=true)),
    both_guides as (
        select * from read_csv('{folder}/fodors.csv', all_varchar=true)
        union all
        select id, name, addr, city, phone, type
        from read_csv('{folder}/zagats.csv', all_varchar=true)
    )
    select id as record_id, coalesce(fodors_id, id) as cluster, name, addr, city, phone, type
    from both_guides left join pairs on zagats_id = id
"""


def rows(options: Options) -> Iterator[Row]:
    folder = options.file("benchmarks", "fodors-zagats")
    source = _SQL.format(folder=folder)
    table = prepare(options.folder / "restaurants", "Restaurants, two guides", source, COLUMNS)
    yield from contest(table, options)
