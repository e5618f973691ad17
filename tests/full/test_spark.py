"""Matching on Spark gives the same organizations, probabilities and pairs to review."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pyspark.sql import SparkSession

from oriundo.collect.matching import scoring
from oriundo.collect.matching.engines.opening import opened
from oriundo.collect.matching.engines.session import session
from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.match import Matched, Settings, match
from oriundo.collect.matching.patterns import Patterns, codes_of, patterns
from oriundo.collect.matching.rulings import Ruling
from oriundo.collect.sources.drafts import Draft
from tests.collect.matching.engines.sample import drafts, judgments

ONE = Draft(source="a.csv", record_id="1", row=1, name="Club Social Xalapan", city="Waukegan")


@pytest.fixture(scope="module", autouse=True)
def spark() -> Iterator[SparkSession]:
    """One session for all tests: starting one takes ten seconds."""
    with session() as started:
        yield started


def _on_both(
    records: Sequence[Draft], judgments: Sequence[Ruling] = (), settings: Settings | None = None
) -> tuple[Matched, Matched]:
    local = settings or Settings()
    found = [
        match(records, judgments=judgments, settings=chosen)
        for chosen in (local, replace(local, engine="spark"))
    ]
    return found[0], found[1]


def _told(matched: Matched) -> tuple[object, ...]:
    """All that a run says."""
    return (
        matched.clusters,
        matched.merged,
        matched.review,
        matched.alarms,
        (matched.compared, matched.asked),
        matched.model,
    )


def test_links_are_equal_with_crowded_keys_and_judgments():
    records = drafts(3000)
    local, spark = _on_both(records, judgments(records))
    assert _told(spark) == _told(local)
    assert local.model.estimated
    assert len(local.merged) > 5000
    assert len(local.review) > 1000
    assert {alarm.code for alarm in local.alarms} == {"large_cluster", "crowded_key"}


def test_links_are_equal_under_other_settings():
    settings = Settings(registers=False, asks=False, merge=0.6, cohesion=0.6, cap=10)
    local, spark = _on_both(drafts(800, seed=5), settings=settings)
    assert _told(spark) == _told(local)


@pytest.mark.parametrize(
    ("records", "rulings"),
    [
        pytest.param([], [], id="no record"),
        pytest.param([ONE], [], id="one record"),
        pytest.param([ONE, replace(ONE, source="b.csv")], [], id="too few to estimate from"),
        pytest.param(
            [ONE, replace(ONE, source="b.csv", name="Frente Oaxaqueño", city="Fresno")],
            [],
            id="no candidate pair",
        ),
        pytest.param(
            [ONE, replace(ONE, source="b.csv", name="Frente Oaxaqueño", city="Fresno")],
            [Ruling(ONE.key, ("b.csv", "1"), "same")],
            id="no pair but a person's",
        ),
    ],
)
def test_links_are_equal_where_there_is_little_to_link(records: list[Draft], rulings: list[Ruling]):
    local, spark = _on_both(records, rulings)
    assert _told(spark) == _told(local)


def _patterns() -> Patterns:
    random = np.random.default_rng(11)
    columns = [random.integers(0, len(f.levels), 3000) for f in FEATURES]
    return patterns(codes_of(np.stack(columns, axis=1).astype(np.int8)))[0]


def test_probabilities_are_equal():
    held = {"base": -5.0, "drift": 0.5, "least_pairs": 2000}
    local, model = scoring.score(_patterns(), **held)
    with opened("spark") as engine:
        spark, same = scoring.score(_patterns(), **held, linking=engine.linking)
    assert same == model
    assert np.abs(spark - local).max() < 1e-9


def test_it_listens_on_this_machine_only(spark: SparkSession):
    held = spark.sparkContext.getConf()
    names = ("spark.driver.host", "spark.driver.bindAddress", "spark.ui.enabled")
    assert [held.get(name) for name in names] == ["127.0.0.1", "127.0.0.1", "false"]


def test_the_command_writes_the_same_links(tmp_path: Path):
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "city", "region", "phone"])
        rows.writerows([d.name, d.city, d.region, *d.phones[:1]] for d in drafts(300))
    for engine in ("local", "spark"):
        _oriundo(tmp_path, "match", str(table), "--out", str(tmp_path / engine), "--engine", engine)
    assert (tmp_path / "spark").read_bytes() == (tmp_path / "local").read_bytes()
    assert len((tmp_path / "spark").read_text(encoding="utf-8").splitlines()) == 301
    assert sorted(path.name for path in tmp_path.iterdir()) == ["local", "spark", "table.csv"]


def _oriundo(folder: Path, *arguments: str) -> None:
    program = Path(sys.executable).parent / "oriundo"
    subprocess.run(
        [program, *arguments],
        check=True,
        cwd=folder,
        # The session of the tests has told its port to processes that it starts.
        env={k: v for k, v in os.environ.items() if not k.startswith("PYSPARK_GATEWAY")},
    )
