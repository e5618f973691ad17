from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from oriundo.collect.matching.engines.laid import lay, taken


@dataclass(frozen=True, slots=True)
class Held:
    numbers: npt.NDArray[np.int32]
    flags: npt.NDArray[np.bool_]
    texts: tuple[str, ...]


def test_what_was_laid_is_taken(tmp_path: Path):
    across = np.arange(12, dtype=np.int32).reshape(3, 4).T
    lay(Held(across, np.zeros(0, dtype=np.bool_), ("Tlaltenango", "")), tmp_path / "a")
    held = taken(tmp_path / "a")
    assert (held.numbers.tolist(), held.flags.tolist(), held.texts) == (
        across.tolist(),
        [],
        ("Tlaltenango", ""),
    )


def test_what_many_share_nobody_changes(tmp_path: Path):
    lay({"numbers": np.arange(3)}, tmp_path / "a")
    with pytest.raises(ValueError, match="read-only"):
        taken(tmp_path / "a")["numbers"][0] = 1
