"""Values of the features of a vector tile, encoded: each a message of the field `values`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns.gathering import ragged
from oriundo.insight.atlas.columns.table import Blob
from oriundo.insight.atlas.tiles.varints import sizes, varints

Array = NDArray[Any]
_VALUE, _TEXT, _UNSIGNED = 4 << 3 | 2, 1 << 3 | 2, 5 << 3


def unsigned(numbers: Array) -> bytes:
    """Whole numbers of 0 or more."""
    kind = np.full(len(numbers), _UNSIGNED)
    head = np.full(len(numbers), _VALUE)
    return bytes(varints(np.stack([head, 1 + sizes(numbers), kind, numbers], axis=1)))


def texts(blob: Blob, which: Array) -> bytes:
    """The texts of these numbers of a blob."""
    starts = blob.starts[which].astype(np.int64)
    lengths = blob.starts[which + 1].astype(np.int64) - starts
    head, kind = np.full(len(which), _VALUE), np.full(len(which), _TEXT)
    inner = 1 + sizes(lengths) + lengths
    heads = np.stack([head, inner, kind, lengths], axis=1)
    sizes_of_heads = 2 + sizes(inner) + sizes(lengths)
    encoded = np.empty(int(sizes_of_heads.sum() + lengths.sum()), np.uint8)
    ends = np.cumsum(sizes_of_heads + lengths)
    encoded[ragged(ends - lengths - sizes_of_heads, sizes_of_heads)] = varints(heads)
    encoded[ragged(ends - lengths, lengths)] = blob.data[ragged(starts, lengths)]
    return encoded.tobytes()
