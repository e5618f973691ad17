"""How many pairs of one name are namesakes by chance, as ways to reach them tell.

The longer a list, the more names recur in it, and nothing in the names says so: to expectation
maximization, namesakes look like one organization. Telephones do not agree by chance. Of pairs
that are surely one organization (another contact agrees, and the name is the same) some share
agrees on the telephone; so where pairs of one name that both give a telephone agree less often,
the rest are namesakes. This says what share of them is one organization at most, without labels,
and hence how high the base odds of these very lists may be.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.features.naming import ALIKE, NO_OTHER, SAME_NAME
from oriundo.collect.matching.features.reach import CONTACT, DIFFER
from oriundo.collect.matching.patterns import Levels

_CONTACTS = ("phone", "email", "site")
_FEWEST = 100
"""Pairs from which a share is believed."""
_ERRORS = 1.5
"""Standard errors by which the share of a few may be wrong."""

_Evidence = npt.NDArray[np.float64]
_COLUMN = {feature.name: column for column, feature in enumerate(FEATURES)}


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Pairs of like names of which both give one contact, by pattern: `evidence`, what all else
    says, in bits; `times`, how many pairs; `same`: how many of all are one organization, at most.
    """

    evidence: _Evidence
    times: npt.NDArray[np.int64]
    same: float


def namesakes(
    levels: Levels, times: npt.NDArray[np.int64], bits: npt.NDArray[np.float64]
) -> Namesakes | None:
    """`levels`, `times`: the patterns and how many pairs are at each; `bits`: what each level of a
    pattern weighs, like `levels`. None where there are too few pairs to tell."""
    found = list(_by_contact(levels, times, bits))
    if not found:
        return None
    return Namesakes(
        evidence=np.concatenate([one.evidence for one in found]),
        times=np.concatenate([one.times for one in found]),
        same=sum(one.same for one in found),
    )


def _by_contact(
    levels: Levels, times: npt.NDArray[np.int64], bits: npt.NDArray[np.float64]
) -> Iterator[Namesakes]:
    one = np.isin(levels[:, _COLUMN["wording"]], NO_OTHER)
    alike = np.isin(levels[:, _COLUMN["name"]], ALIKE) & one
    same_name = np.isin(levels[:, _COLUMN["name"]], SAME_NAME) & one
    agree = {name: levels[:, _COLUMN[name]] == CONTACT for name in _CONTACTS}
    for name, here in agree.items():
        both = here | np.isin(levels[:, _COLUMN[name]], DIFFER)
        otherwise = np.any([agree[other] for other in _CONTACTS if other != name], axis=0)
        sure = both & same_name & otherwise
        chosen = both & alike
        if min(times[sure].sum(), times[sure & here].sum(), times[chosen].sum()) < _FEWEST:
            continue
        steady = _at_least(times[sure & here].sum(), times[sure].sum())
        rest = bits[chosen].sum(axis=1) - bits[chosen, _COLUMN[name]]
        most = float(times[chosen].sum())
        yield Namesakes(rest, times[chosen], min(most, times[chosen & here].sum() / steady))


def _at_least(some: int, of: int) -> float:
    """The share that these are at least, as far as so few can tell: base odds turn on the last
    percents of it."""
    share = some / of
    return max(share - _ERRORS * math.sqrt(share * (1 - share) / of), 1 / of)
