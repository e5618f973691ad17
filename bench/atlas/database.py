"""The same tiles drawn by PostgreSQL: with PostGIS as MVT where it has it, else counts per cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import psycopg

from bench.atlas.asked import Asked, Tile
from bench.atlas.servers import server
from oriundo.insight.atlas.columns.morton import LEVELS, NOWHERE, morton, tile_range
from oriundo.insight.atlas.question import SINCE, UNKNOWN, Question
from oriundo.insight.atlas.row import Row

GRID = 5
_ONES = ("public_id", "name", "city", "origin", "objective", "member_origin", "status")
_BATCH = 20_000
_SINGLE = """count(*) AS n,
    CASE WHEN count(*) = 1 THEN min(public_id) END AS public_id,
    CASE WHEN count(*) = 1 THEN min(name) END AS name,
    CASE WHEN count(*) > 1 AND min(number) = max(number) AND min(city) = max(city)
         THEN min(city) END AS place"""


class Database:
    """A table of the rows, indexed by where they are. `name`: what it is."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self.postgis = self._has_postgis()
        version = connection.execute("SHOW server_version").fetchone()
        assert version is not None
        self.name = f"PostgreSQL {version[0].split()[0]}"
        self.name += (
            ", PostGIS ST_AsMVT" if self.postgis else ", no PostGIS: counts per cell, btree"
        )

    def _has_postgis(self) -> bool:
        try:
            self._connection.execute("CREATE EXTENSION IF NOT EXISTS postgis")
        except psycopg.Error:
            return False
        return True

    def fill(self, rows: Iterable[Row]) -> None:
        columns = ", ".join(f"{name} text" for name in _ONES)
        run = self._connection.execute
        run(
            f"CREATE TEMP TABLE organizations ({columns}, verified date, support text[],"
            " language text[], lat float8, lon float8, number bigint)"
        )
        with self._connection.cursor().copy("COPY organizations FROM STDIN") as copy:
            for row in rows:
                copy.write_row(_values(row))
        if self.postgis:
            run(
                "ALTER TABLE organizations ADD COLUMN point geometry(Point, 3857);"
                "UPDATE organizations SET point = ST_Transform(ST_SetSRID("
                "ST_MakePoint(lon, lat), 4326), 3857) WHERE lat IS NOT NULL;"
                "CREATE INDEX ON organizations USING gist (point)"
            )
        else:
            run("CREATE INDEX ON organizations (number)")
        run("SET max_parallel_workers_per_gather = 2")
        run("ANALYZE organizations")

    def seconds(self, asked: Asked) -> float:
        """How long it takes to answer."""
        where, values = _where(asked.question)
        text = (
            self._with_postgis(asked.tile, where)
            if self.postgis
            else self._plain(asked.tile, where)
        )
        start = perf_counter()
        self._connection.execute(text, values).fetchall()
        return perf_counter() - start

    @staticmethod
    def _with_postgis(tile: Tile, where: str) -> str:
        z, x, y = tile
        cell = 40_075_016.68557849 / 2 ** (z + GRID)
        bounds = f"ST_TileEnvelope({z}, {x}, {y})"
        return (
            f"SELECT ST_AsMVT(t, 'organizations') FROM (SELECT n, public_id, name, place,"
            f" ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(px, py), 3857), {bounds}, 4096, 0, false)"
            f" FROM (SELECT {_SINGLE}, avg(ST_X(point)) AS px, avg(ST_Y(point)) AS py"
            f" FROM organizations WHERE point && {bounds} AND {where}"
            f" GROUP BY floor(ST_X(point) / {cell}), floor(ST_Y(point) / {cell})) AS cells) AS t"
        )

    @staticmethod
    def _plain(tile: Tile, where: str) -> str:
        start, stop = tile_range(*tile)
        shift = 2 * max(LEVELS - tile[0] - GRID, 0)
        return (
            f"SELECT {_SINGLE}, avg(lat), avg(lon) FROM organizations"
            f" WHERE number >= {start} AND number < {stop} AND {where} GROUP BY number >> {shift}"
        )


def _values(row: Row) -> tuple[object, ...]:
    number = NOWHERE
    if row.lat is not None and row.lon is not None:
        number = int(morton([row.lat], [row.lon])[0])
    ones = (getattr(row, name) for name in _ONES)
    several = list(row.support), list(row.language)
    return (*ones, row.verified or None, *several, row.lat, row.lon, number)


def _where(question: Question) -> tuple[str, list[str]]:
    parts, values = ["true"], []
    for name, value in question.filters.items():
        several = name in ("support", "language")
        if value == UNKNOWN:
            parts.append(f"{name} = '{{}}'" if several else f"{name} = ''")
            continue
        values.append(value)
        parts.append(
            "verified >= %s"
            if name == SINCE
            else f"%s = ANY({name})"
            if several
            else f"{name} = %s"
        )
    return " AND ".join(parts), values


@contextmanager
def database() -> Iterator[Database]:
    """One that is thrown away at the end. Raises psycopg.Error or OSError where there is none."""
    with server() as address, psycopg.connect(address, dbname="postgres", autocommit=True) as own:
        yield Database(own)
