"""The telling words of names: those that tell one organization from the others of its place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.arrays import alike, among, any_of, once
from oriundo.collect.matching.families import families
from oriundo.collect.matching.groups import mixed
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids, Rarity, Vocabulary

FEWEST = 2
"""Words that tell, below which others stand in for them."""
_BITS = np.uint64(64)
_OFTEN = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Titles:
    """Words by family (words that are probably one word mistyped), and who is called how.

    `family`: of each word of the vocabulary, and NONE of NONE; `held`: the records that hold a
    word of each family, many of NONE. Per record, of its main name: `core`, its rarest telling
    family, NONE when nothing tells; `title`, a number for all of them together. Of all its names:
    `sketch`, the sketches of the telling words (see `Vocabulary`), of all words when none tells;
    `said`, which families its `telling` words are of, one bit of 64 for each, so that two records
    without a bit in common have no word in common.
    """

    family: Ids
    held: npt.NDArray[np.int64]
    core: Ids
    title: npt.NDArray[np.int64]
    sketch: npt.NDArray[np.uint64]
    said: npt.NDArray[np.uint64]


def titles(
    vocabulary: Vocabulary, rarity: Rarity, words: Ids, written: Ids, rows: Ids, near: Ids
) -> Titles:
    """`words`, `written`: per name; `rows`: the names of each record; `near`: see `Table`."""
    family = _families(vocabulary, rarity, words, written)
    held = np.bincount(family, weights=rarity.counts[:-1], minlength=len(family)).astype(np.int64)
    family, held = np.append(family, np.int32(NONE)), np.append(held, _OFTEN)
    hashed = np.append(mixed(np.arange(len(family) - 1)), np.uint64(0))
    mine = words[rows[:, 0]]
    telling = family[np.where(tells(vocabulary, mine, near), mine, NONE)]
    rarest = np.argmin(held[telling], axis=1)
    title = np.zeros(len(rows), dtype=np.uint64)
    for column in telling.T:
        title += hashed[column]
    sketch, said = _sketches(vocabulary, family, words, written, rows, near)
    return Titles(
        family=family,
        held=held,
        core=np.take_along_axis(telling, rarest[:, None], axis=1)[:, 0],
        title=alike(title),
        sketch=sketch,
        said=said,
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
    vocabulary: Vocabulary, family: Ids, words: Ids, written: Ids, rows: Ids, near: Ids
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """The two sketches of each record: of the words of its names that tell, which a translation
    shares, and of these as they are written, which a name shares that is mistyped; and the bits of
    the families that it says."""
    sketch = np.zeros((len(rows), 2), dtype=np.uint64)
    said = np.zeros(len(rows), dtype=np.uint64)
    bits = np.append(np.uint64(1) << mixed(np.arange(len(family) - 1)) % _BITS, np.uint64(0))
    for column in rows.T:
        named = np.flatnonzero(column != NONE)
        mine, as_written = words[column[named]], written[column[named]]
        there = mine != NONE
        tell = tells(vocabulary, mine, near[named])
        some = any_of(tell)[:, None]
        drawn, spoken = np.where(some, tell, there), enough(tell, there)
        for place in range(mine.shape[1]):
            word, form = mine[:, place], as_written[:, place]
            for way, of in enumerate((word, form)):
                sketch[named, way] |= vocabulary.sketch[np.where(drawn[:, place], of, NONE)]
            said[named] |= bits[family[np.where(spoken[:, place], word, NONE)]]
    return sketch, said


def enough(tell: Flags, there: Flags) -> Flags:
    """The words of each row that tell; where fewer than two do, all that are `there`: "Casa
    Atlántida" is found by both its words."""
    return np.asarray(tell | (there & (tell.sum(axis=1) < FEWEST)[:, None]))


def tells(vocabulary: Vocabulary, words: Ids, near: Ids) -> Flags:
    """Which words of each row tell: neither a kind nor where the organization is (`near`)."""
    return np.asarray((words != NONE) & ~vocabulary.kind[words] & ~among(words, near))


def distinct(group: npt.NDArray[np.integer], value: Ids, there: Flags) -> npt.NDArray[np.int64]:
    """For each record, how many different values stand in its group (those of `there` count)."""
    base = int(value.max(initial=0)) + 1
    two = once(group[there].astype(np.int64) * base + value[there])
    counts = np.bincount(two // base, minlength=int(group.max(initial=0)) + 1)
    return np.asarray(counts[group])
