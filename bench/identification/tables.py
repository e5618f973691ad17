"""Tables to link, as files: what a user has, what peers get, and the truth apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import yaml

_NUMBERS = ("phone", "registration_number")


@dataclass(frozen=True, slots=True)
class Table:
    """`path`: the CSV as a user has it. `mapping`: the YAML for it. `prepared`: the same for
    peers, its columns called by our fields, without capitals and accents, telephones as their
    last ten digits. `truth`: the cluster of each record id."""

    title: str
    size: int
    path: Path
    mapping: Path
    prepared: Path
    fields: tuple[str, ...]
    truth: Mapping[str, str]


def prepare(
    folder: Path, title: str, source: str, columns: Mapping[str, str], truth: str = "cluster"
) -> Table:
    """Write what `source`, an SQL query, gives into `folder`.

    The query gives `record_id`, `truth` and other columns; `columns` says which of them is which
    of our fields.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, prepared = folder / "table.csv", folder / "prepared.csv"
    connection = duckdb.connect()
    connection.execute(f"create table t as {source}")
    connection.execute(
        f"copy (select * exclude ({truth}) from t order by record_id) to '{path}' (header)"
    )
    for_peers = ", ".join(
        f"{_plain(field, column)} as {field}" for field, column in columns.items()
    )
    connection.execute(
        f"copy (select record_id, {for_peers} from t order by record_id) to '{prepared}' (header)"
    )
    known = connection.execute(f"select record_id::varchar, {truth}::varchar from t").fetchall()
    if any(cluster is None for _, cluster in known):
        raise ValueError(f"{title}: there are records without a truth.")
    mapping = folder / "map.yaml"
    mapping.write_text(yaml.safe_dump({"id": "record_id", **columns}, sort_keys=False))
    return Table(title, len(known), path, mapping, prepared, tuple(columns), dict(known))


def _plain(field: str, column: str) -> str:
    text = f"lower(strip_accents(trim({column}::varchar)))"
    if field in _NUMBERS:
        text = f"right(regexp_replace({text}, '( ext.*|[^0-9])', '', 'g'), 10)"
    return f"nullif({text}, '')"
