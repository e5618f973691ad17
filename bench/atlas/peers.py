"""What a directory is searched with otherwise: full text in SQLite and in PostgreSQL.

Both get the same rows, folded as ours are, the same searches, and the means that their manuals
name: weights of columns, stems in two languages, trigrams when nothing is found. Each answers with
the first 20 public ids, the total, and the 20 largest values of each facet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Protocol

import psycopg

from bench.atlas.servers import FAULTS, server, told
from oriundo.base.core.text import fold
from oriundo.collect.matching import lexicon
from oriundo.insight.atlas.row import Row

FACETS = ("origin", "country", "region", "city", "objective", "structure", "status")
PAGE, MOST = 20, 20
_SIMILAR = 200


@dataclass(frozen=True, slots=True)
class Answer:
    ids: tuple[str, ...]
    total: int


class Engine(Protocol):
    """Something that is searched."""

    name: str
    note: str

    def ask(self, words: str) -> Answer:
        """The first page and the total; facets are counted and read, too."""

    def cpu(self) -> float:
        """Seconds of CPU that it has used so far, wherever it runs."""


def _texts(row: Row) -> tuple[str, ...]:
    own = row.texts
    groups = (own.alternates, own.acronyms, own.hometowns, own.residence, own.doing)
    return (fold(row.name), *(fold(" ".join(group)) for group in groups))


def _asked(words: str) -> list[str]:
    stop = lexicon.words("stop_words")
    told = fold(words).split()
    return [word for word in told if word not in stop] or told


class InSqlite:
    """FTS5 with prefixes and weights; a trigram index over names when nothing is found."""

    name = "SQLite FTS5"
    note = ""

    def __init__(self, folder: Path, rows: Iterable[Row]) -> None:
        self._base = sqlite3.connect(folder / "peer.sqlite3", isolation_level=None)
        self._base.executescript(
            f"""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;
            PRAGMA mmap_size = 4294967296; PRAGMA temp_store = MEMORY;
            CREATE TABLE org (
                id INTEGER PRIMARY KEY, public_id TEXT, {" TEXT, ".join(FACETS)} TEXT);
            CREATE VIRTUAL TABLE doc USING fts5(
                name, alternates, acronyms, hometowns, residence, doing, content='', prefix='2 3');
            CREATE VIRTUAL TABLE tri USING fts5(name, content='', tokenize='trigram');
            CREATE TEMP TABLE hits (id INTEGER PRIMARY KEY);
            """
        )
        self._base.execute("BEGIN")
        for serial, row in enumerate(rows):
            texts = _texts(row)
            facets = [getattr(row, facet) for facet in FACETS]
            self._put("org", serial, row.public_id, *facets)
            self._put(
                "doc(rowid, name, alternates, acronyms, hometowns, residence, doing)",
                serial,
                *texts,
            )
            self._put("tri(rowid, name)", serial, " ".join(texts[:2]))
        self._base.execute("COMMIT")
        self._base.executescript(
            "INSERT INTO doc(doc) VALUES ('optimize');"
            "INSERT INTO tri(tri) VALUES ('optimize'); ANALYZE;"
        )

    def _put(self, into: str, *values: object) -> None:
        marks = ",".join("?" * len(values))
        self._base.execute(f"INSERT INTO {into} VALUES ({marks})", values)

    def ask(self, words: str) -> Answer:
        asked = [f'"{word}"' for word in _asked(words)]
        match = f"{' AND '.join(asked)} *" if asked else '""'
        return self._answer("doc", match, "bm25(doc, 10, 9, 10, 6, 5, 2)", -1) or self._similar(
            words
        )

    def cpu(self) -> float:
        return process_time()

    def _similar(self, words: str) -> Answer:
        text = " ".join(_asked(words))
        trigrams = dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2))
        match = " OR ".join(f'"{trigram}"' for trigram in trigrams)
        found = self._answer("tri", match, "bm25(tri)", _SIMILAR) if match else None
        return found or Answer((), 0)

    def _answer(self, table: str, match: str, rank: str, most: int) -> Answer | None:
        ask = self._base.execute
        ranked = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY {rank} LIMIT ?"
        best = [row[0] for row in ask(ranked, (match, PAGE)).fetchall()]
        if not best:
            return None
        ask("DELETE FROM hits")
        chosen = ranked if most >= 0 else f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?"
        ask(f"INSERT INTO hits {chosen}", (match, most))
        for facet in FACETS:
            counted = f"SELECT {facet}, count(*) n FROM hits JOIN org USING (id) GROUP BY 1"
            ask(f"{counted} ORDER BY n DESC LIMIT {MOST}").fetchall()
        total = ask("SELECT count(*) FROM hits").fetchone()[0]
        ids = [ask("SELECT public_id FROM org WHERE id = ?", (one,)).fetchone()[0] for one in best]
        return Answer(tuple(ids), total)


class InPostgres:
    """Text vectors in Spanish and English with weights; similarity of trigrams when nothing is
    found, if the server has pg_trgm."""

    name = "PostgreSQL"

    def __init__(self, address: str, rows: Iterable[Row]) -> None:
        self._base = psycopg.connect(address, dbname="postgres", autocommit=True)
        self._has_trigrams = self._extension("pg_trgm")
        self.note = "" if self._has_trigrams else "this server has no pg_trgm: no typos"
        self._load(rows)

    def cpu(self) -> float:
        """Of this process, and of the one of the server that works for it."""
        spent = Path(f"/proc/{self._base.info.backend_pid}/schedstat").read_text().split()[0]
        return process_time() + int(spent) / 1e9

    def _extension(self, name: str) -> bool:
        held = "SELECT 1 FROM pg_available_extensions WHERE name = %s"
        if not self._base.execute(held, (name,)).fetchone():
            return False
        self._base.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
        return True

    def _load(self, rows: Iterable[Row]) -> None:
        run = self._base.execute
        run("SET maintenance_work_mem = '1GB'")
        run("SET work_mem = '256MB'")
        run("SET max_parallel_workers_per_gather = 0")
        columns = ("a", "b", "c", "d", "e", "f")
        run(f"CREATE TEMP TABLE org (public_id text, {' text, '.join((*FACETS, *columns))} text)")
        with self._base.cursor().copy("COPY org FROM STDIN") as copy:
            for row in rows:
                copy.write_row((row.public_id, *(getattr(row, f) for f in FACETS), *_texts(row)))
        weights = zip(columns, "AAABBC", strict=True)
        vector = " || ".join(
            f"setweight(to_tsvector('{language}', {column}), '{weight}')"
            for column, weight in weights
            for language in ("spanish", "english")
        )
        run(f"ALTER TABLE org ADD COLUMN v tsvector GENERATED ALWAYS AS ({vector}) STORED")
        run("CREATE INDEX ON org USING gin (v)")
        if self._has_trigrams:
            run("ALTER TABLE org ADD COLUMN t text GENERATED ALWAYS AS (a || ' ' || b) STORED")
            run("CREATE INDEX ON org USING gin (t gin_trgm_ops)")
        run("ANALYZE org")

    def ask(self, words: str) -> Answer:
        query = " & ".join(_asked(words))
        if not query:
            return Answer((), 0)
        both = "(to_tsquery('spanish', %(q)s) || to_tsquery('english', %(q)s))"
        match = {"q": f"{query}:*"}
        found = self._answer(f"v @@ {both}", f"ts_rank(v, {both}) DESC", "", match)
        if found or not self._has_trigrams:
            return found or Answer((), 0)
        likeness = "ORDER BY t <-> %(w)s"
        similar = {"w": " ".join(_asked(words))}
        return self._answer(
            "t %% %(w)s", "t <-> %(w)s", f"{likeness} LIMIT {_SIMILAR}", similar
        ) or Answer((), 0)

    def _answer(self, where: str, order: str, most: str, values: dict[str, str]) -> Answer | None:
        ask = self._base.execute
        ranked = f"SELECT public_id FROM org WHERE {where} ORDER BY {order} LIMIT {PAGE}"
        ids = tuple(row[0] for row in ask(ranked, values).fetchall())
        if not ids:
            return None
        sets = ", ".join(f"({facet})" for facet in FACETS)
        counted = ask(
            f"WITH hits AS MATERIALIZED (SELECT {', '.join(FACETS)} FROM org WHERE {where} {most})"
            f" SELECT {', '.join(FACETS)}, grouping({', '.join(FACETS)}) g, count(*) n"
            f" FROM hits GROUP BY GROUPING SETS ({sets}, ()) ORDER BY n DESC",
            values,
        ).fetchall()
        return Answer(ids, counted[0][-1])


@contextmanager
def peers(folder: Path, rows: Iterable[Row], wanted: bool) -> Iterator[list[Engine]]:
    """All that can be had on this machine, if they are wanted; what cannot be had is said."""
    with ExitStack() as stack:
        engines: list[Engine] = [InSqlite(folder, rows)] if wanted else []
        if wanted:
            try:
                address = stack.enter_context(server())
            except FAULTS as error:
                print(f"PostgreSQL is left out. {told(error)}")
            else:
                engines.append(InPostgres(address, rows))
        yield engines
