"""The telling words of names: those that tell one organization from the others of its place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.arrays import among
from oriundo.collect.matching.families import families
from oriundo.collect.matching.groups import mixed
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids, Rarity, Vocabulary

_OFTEN = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Titles:
    """Words by family (words that are probably one word mistyped), and who is called how.

    `family`: of each word of the vocabulary, and NONE of NONE; `held`: the records that hold a
    word of each family, many of NONE. Per record, of its main name: `core`, its rarest telling
    family, NONE when nothing tells; `title`, a number for all of them together; `sketch`, the
    sketches of the telling words of all its names (see `Vocabulary`), of all words when none tells.
    """

    family: Ids
    held: npt.NDArray[np.int64]
    core: Ids
    title: npt.NDArray[np.int64]
    sketch: npt.NDArray[np.uint64]


def titles(
    vocabulary: Vocabulary, rarity: Rarity, words: Ids, written: Ids, rows: Ids, near: Ids
) -> Titles:
    """`words`, `written`: per name; `rows`: the names of each record; `near`: see `Table`."""
    family = _families(vocabulary, rarity, words, written)
    held = np.bincount(family, weights=rarity.counts[:-1], minlength=len(family)).astype(np.int64)
    family, held = np.append(family, np.int32(NONE)), np.append(held, _OFTEN)
    mine = words[rows[:, 0]]
    telling = family[np.where(tells(vocabulary, mine, near), mine, NONE)]
    rarest = np.argmin(held[telling], axis=1)
    hashed = np.where(telling == NONE, np.uint64(0), mixed(telling).reshape(telling.shape))
    title = np.unique(hashed.sum(axis=1, dtype=np.uint64), return_inverse=True)[1]
    return Titles(
        family=family,
        held=held,
        core=np.take_along_axis(telling, rarest[:, None], axis=1)[:, 0],
        title=title.astype(np.int64),
        sketch=_sketches(vocabulary, words, written, rows, near),
    )


def _families(vocabulary: Vocabulary, rarity: Rarity, words: Ids, written: Ids) -> Ids:
    """The family of each word. One that is an everyday word mistyped ("aguials") is of the family
    of what that stands for ("eagle")."""
    own = np.zeros(len(vocabulary.texts) + 1, dtype=np.bool_)
    own[words[words == written]] = True
    everyday = vocabulary.everyday[words] & (words != written)
    counts, stands_for = rarity.counts.copy(), np.arange(len(own), dtype=np.int32)
    own[written[everyday]] = True
    counts[written[everyday]] = rarity.counts[words[everyday]]
    stands_for[written[everyday]] = words[everyday]
    return stands_for[families(list(vocabulary.texts), counts[:-1], own[:-1])]


def _sketches(
    vocabulary: Vocabulary, words: Ids, written: Ids, rows: Ids, near: Ids
) -> npt.NDArray[np.uint64]:
    """The two sketches of each record: of the words of its names that tell, which a translation
    shares, and of these as they are written, which a name shares that is mistyped."""
    found = np.zeros((len(rows), 2), dtype=np.uint64)
    for column in rows.T:
        mine = words[column]
        there = (column != NONE)[:, None] & (mine != NONE)
        telling = there & tells(vocabulary, mine, near)
        chosen = np.where(telling.any(axis=1)[:, None], telling, there)
        for way, said in enumerate((mine, written[column])):
            held = vocabulary.sketch[np.where(chosen, said, NONE)]
            found[:, way] |= np.bitwise_or.reduce(held, axis=1)
    return found


def tells(vocabulary: Vocabulary, words: Ids, near: Ids) -> Flags:
    """Which words of each row tell: neither a kind nor where the organization is (`near`)."""
    return np.asarray((words != NONE) & ~vocabulary.kind[words] & ~among(words, near))


def distinct(group: npt.NDArray[np.int64], value: Ids, there: Flags) -> npt.NDArray[np.int64]:
    """For each record, how many different values stand in its group (those of `there` count)."""
    two = np.unique(np.stack([group[there], value[there].astype(np.int64)]), axis=1)
    counts = np.bincount(two[0], minlength=int(group.max(initial=0)) + 1)
    return np.asarray(counts[group])
