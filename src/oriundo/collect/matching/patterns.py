"""The levels that pairs are at, one number for all features together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from oriundo.collect.matching.features import FEATURES

Levels = npt.NDArray[np.int8]
"""One row per pair, one column per feature of FEATURES: the level found."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The combinations of levels that pairs are at, in the order of their levels: the number of
    each (`codes_of`), ascending, and `times`, how many pairs are at it, those counted that others
    are compared for."""

    codes: npt.NDArray[np.int64]
    times: npt.NDArray[np.int64]

    @property
    def levels(self) -> Levels:
        """One row per pattern."""
        rest, columns = self.codes, []
        for feature in reversed(FEATURES):
            rest, column = np.divmod(rest, len(feature.levels))
            columns.append(column)
        return np.stack(columns[::-1], axis=1).astype(np.int8)


def codes_of(levels: Levels) -> npt.NDArray[np.int64]:
    """One number for the levels of each pair together."""
    code = np.zeros(len(levels), dtype=np.int64)
    for column, feature in zip(levels.T, FEATURES, strict=True):
        code = code * len(feature.levels) + column
    return code


def patterns(
    codes: npt.NDArray[np.int64], times: npt.NDArray[np.int32] | None = None
) -> tuple[Patterns, npt.NDArray[np.int64]]:
    """The patterns of pairs with these `codes_of` levels, each compared for so many `times` (else
    for itself), and which of them each pair is at."""
    # Arrow numbers ten million codes of some thousand kinds in a tenth of the time of a sort.
    numbered = pa.array(codes).dictionary_encode()
    found = np.asarray(numbered.dictionary, dtype=np.int64)
    order = np.argsort(found)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    of = place[np.asarray(numbered.indices)]
    counted = np.bincount(of, weights=times, minlength=len(order)).astype(np.int64)
    return Patterns(found[order], counted), of
