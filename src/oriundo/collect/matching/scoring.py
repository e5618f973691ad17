"""From levels to probabilities: Fellegi-Sunter through Splink, on DuckDB unless told otherwise.

Every pattern (a combination of levels that pairs are at) enters Splink as one row on either side of
a link; each feature is a custom comparison. Weights start from the prior bits of
`features.py`. Where there are pairs enough, expectation maximization estimates weights for these
very lists, and each prior moves toward its estimate, by `drift` bits at most: an estimate without
labels may sharpen what is known about names, never overturn it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from splink import DuckDBAPI, Linker

from oriundo.collect.matching.features import FEATURES, Feature
from oriundo.collect.matching.namesakes import namesakes
from oriundo.collect.matching.patterns import Levels, Patterns

Bits = tuple[tuple[float, ...], ...]
"""Per feature, the weight of each level in bits."""

Linking = Callable[[pa.Table, dict[str, object]], Linker]
"""A Splink linker of a table with itself, under settings, on some database."""

SIDES = ("one_end", "other_end")

_SAMPLE = 250_000
"""About as many pairs as weights are estimated from; more change nothing."""

_BASE_UP = 4.0
_BASE_DOWN = 3.0

PRIOR: Bits = tuple(tuple(level.bits for level in feature.levels) for feature in FEATURES)


@dataclass(frozen=True, slots=True)
class Model:
    """`base`: log2 odds of a candidate pair before any feature; `bits`: the weights used."""

    base: float
    bits: Bits
    estimated: bool


def on_duckdb(table: pa.Table, settings: dict[str, object]) -> Linker:
    """In this process, in one thread, so that sums never depend on the machine."""
    connection = duckdb.connect()
    connection.execute("set threads to 1")
    api = DuckDBAPI(connection=connection)
    sides = [api.register(table, dataset_display_name=side) for side in SIDES]
    return Linker(sides, settings, log_level=None)


def score(
    found: Patterns,
    *,
    base: float,
    drift: float,
    least_pairs: int,
    linking: Linking = on_duckdb,
) -> tuple[npt.NDArray[np.float64], Model]:
    """The probability that the pairs at each pattern are one organization, and the model.

    Expectation maximization says what share of the pairs are one organization, which it finds
    well, and what each level weighs, which it finds less well. So weights move toward it by
    `drift` bits at most, and the base is the one under which that share comes out. It looks at a
    sample that does not grow with the lists, so it always runs here; `linking`: where Splink then
    finds the probabilities.
    """
    model = Model(base, PRIOR, estimated=False)
    levels = found.levels
    if not len(levels):
        return np.empty(0), model
    if found.times.sum() >= least_pairs:
        times = _sampled(found.times)
        estimate = _estimate(np.repeat(levels, times, axis=0), base)
        if estimate:
            share, estimated = estimate
            bits = _toward(PRIOR, estimated, drift)
            fitting = base_for(share, _bits_of(levels, bits).sum(axis=1), times)
            fitting = min(fitting, _by_namesakes(found, levels, bits))
            model = Model(_near(fitting, base), bits, estimated=True)
    return _predict(levels, model, linking), model


def _sampled(times: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How often each pattern stands in the sample: every so many pairs, in the order of patterns,
    so that it does not matter where the pairs themselves are."""
    step = 1 + int(times.sum()) // _SAMPLE
    return np.diff(-(-np.cumsum(times) // step), prepend=0)


def _bits_of(levels: Levels, bits: Bits) -> npt.NDArray[np.float64]:
    """What each level of each pattern weighs."""
    columns = zip(levels.T, bits, strict=True)
    return np.stack([np.array(weights)[column] for column, weights in columns], axis=1)


def _by_namesakes(found: Patterns, levels: Levels, bits: Bits) -> float:
    """The base under which no more pairs of like names are one organization than their contacts
    bear out; infinite where these do not tell."""
    told = namesakes(levels, found.times, _bits_of(levels, bits))
    return base_for(told.same / told.times.sum(), told.evidence, told.times) if told else math.inf


def base_for(
    share: float, evidence: npt.NDArray[np.float64], times: npt.NDArray[np.int64]
) -> float:
    """The base odds under which patterns seen so many `times` are one organization in `share` of
    the pairs."""
    low, high = -40.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        found = (times / (1 + np.exp2(-evidence - middle))).sum() / times.sum()
        low, high = (low, middle) if found > share else (middle, high)
    return low


def _near(fitting: float, base: float) -> float:
    """The base that fits the lists, as far as it is believed."""
    return min(base + _BASE_UP, max(base - _BASE_DOWN, fitting))


def _predict(levels: Levels, model: Model, linking: Linking) -> npt.NDArray[np.float64]:
    """Probabilities from Splink, one for each pattern."""
    chances = [[_chances(b) for b in row[1:]] for row in model.bits]
    linker = linking(_rows(levels), _settings(model.base, chances))
    predicted: Any = linker.inference.predict()
    found = predicted.as_pyarrow_table().sort_by("pattern_l")
    return np.asarray(found["match_probability"], dtype=np.float64)


def _estimate(levels: Levels, base: float) -> tuple[float, Bits] | None:
    """The share of pairs that are one organization, and weights in bits, by expectation
    maximization over candidate pairs; None where it takes a level for impossible, so that nothing
    it says of these pairs is to be believed.

    It begins at the priors. Anchors are added, so that no level is unobserved or certain.
    """
    begin = [
        _begin(np.bincount(column, minlength=len(feature.levels))[1:], feature)
        for column, feature in zip(levels.T, FEATURES, strict=True)
    ]
    linker = on_duckdb(_rows(np.vstack([levels, _anchors()])), _settings(base, begin))
    try:
        linker.training.estimate_parameters_using_expectation_maximisation(
            "l.pattern = r.pattern",
            estimate_without_term_frequencies=True,
            fix_u_probabilities=False,
            populate_probability_two_random_records_match_from_trained_values=True,
        )
    except ValueError as refused:
        if "below the minimum" not in str(refused):
            raise
        return None
    share = linker.misc.save_model_to_json()["probability_two_random_records_match"]
    return float(share), _weights(linker)


def _anchors() -> Levels:
    """Two pairs for each level: one where all other features agree, one where all conflict.

    The first is surely one organization and the second surely two, so estimation never finds a
    level that one of the two kinds of pairs lacks, which would make it certain.
    """
    agree = [int(np.argmax([level.bits for level in f.levels])) for f in FEATURES]
    conflict = [int(np.argmin([level.bits for level in f.levels])) for f in FEATURES]
    rows = []
    for column, feature in enumerate(FEATURES):
        for level in range(1, len(feature.levels)):
            rows += [[*o[:column], level, *o[column + 1 :]] for o in (agree, conflict)]
    return np.array(rows, dtype=np.int8)


def _begin(counts: npt.NDArray[np.int64], feature: Feature) -> list[tuple[float, float]]:
    """(m, u) per level from 1: u as candidate pairs have it, m the same times the prior weight."""
    u = (counts + 0.5) / (counts + 0.5).sum()
    m = u * np.exp2([level.bits for level in feature.levels[1:]])
    m /= m.sum()
    return [(float(x), float(y)) for x, y in zip(m, u, strict=True)]


def _weights(linker: Linker) -> Bits:
    """The estimated weights in bits; 0 where there is nothing to compare."""
    said = {c["output_column_name"]: c for c in linker.misc.save_model_to_json()["comparisons"]}
    return tuple(
        (0.0, *(_bits(level) for level in said[feature.name]["comparison_levels"][1:]))
        for feature in FEATURES
    )


def _bits(level: Mapping[str, Any]) -> float:
    m, u = (max(level.get(f"{x}_probability") or 0.0, 1e-6) for x in "mu")
    return math.log2(m / u)


def _toward(prior: Bits, estimated: Bits, drift: float) -> Bits:
    """Each prior moved toward its estimate, by `drift` bits at most and never across zero."""
    return tuple(
        tuple(_moved(p, e, drift) for p, e in zip(row, found, strict=True))
        for row, found in zip(prior, estimated, strict=True)
    )


def _moved(prior: float, estimate: float, drift: float) -> float:
    moved = prior + min(drift, max(-drift, estimate - prior))
    return moved if moved * prior > 0 or prior == 0 else 0.0


def _chances(bits: float) -> tuple[float, float]:
    """(m, u) whose ratio is 2 ** bits."""
    return (0.9, 0.9 * 2.0**-bits) if bits >= 0 else (0.9 * 2.0**bits, 0.9)


def _rows(levels: Levels) -> pa.Table:
    """Pairs as Splink takes them: the left row of a pair holds its levels."""
    columns = {f.name: levels[:, i].astype(np.int64) for i, f in enumerate(FEATURES)}
    columns["pattern"] = columns["unique_id"] = np.arange(len(levels), dtype=np.int64)
    return pa.table(columns)


def _settings(base: float, chances: Sequence[Sequence[tuple[float, float]]]) -> dict[str, object]:
    return {
        "link_type": "link_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": 1 / (1 + 2.0**-base),
        "blocking_rules_to_generate_predictions": ["l.pattern = r.pattern"],
        "additional_columns_to_retain": ["pattern"],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        "max_iterations": 15,
        "em_convergence": 0.001,
        "comparisons": [
            _comparison(feature, feature_chances)
            for feature, feature_chances in zip(FEATURES, chances, strict=True)
        ],
    }


def _comparison(feature: Feature, chances: Sequence[tuple[float, float]]) -> dict[str, object]:
    nothing = {
        "sql_condition": f"{feature.name}_l = 0",
        "label_for_charts": "nothing to compare",
        "is_null_level": True,
    }
    levels = [
        {
            "sql_condition": f"{feature.name}_l = {i}",
            "label_for_charts": feature.levels[i].sentence or "nothing to say",
            "m_probability": m,
            "u_probability": u,
        }
        for i, (m, u) in enumerate(chances, start=1)
    ]
    return {"output_column_name": feature.name, "comparison_levels": [nothing, *levels]}
