"""The distinct names of all records, each read once; of very many, in several processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.arrays import matrix, once
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids, Vocabulary, vocabulary
from oriundo.collect.matching.words import wording

_LONGEST_NAME = 24
_AT_ONCE = 40_000


@dataclass(frozen=True, slots=True)
class Names:
    """The distinct names of all records.

    `words`, `written`: one row per name, the numbers of its comparable words, each once, in their
    order, and of what each was written as; `size`: how many; `plain`: the plain words, parted by
    spaces; of these `length`: how many letters, `letters`: which, as bits, `initials`: the first
    of each; `acronym`: "" when the name holds none; `bare`: the name is
    nothing but its acronym. `rows`: per record, its names, the main one first.
    """

    texts: Sequence[str]
    words: Ids
    written: Ids
    size: Ids
    plain: Sequence[str]
    length: Ids
    letters: npt.NDArray[np.uint32]
    initials: Sequence[str]
    acronym: Sequence[str]
    bare: Flags
    rows: Ids


@dataclass(frozen=True, slots=True)
class Part:
    """Some names read: their words by number in `texts`, `sizes` of them for each name."""

    texts: list[str]
    words: npt.NDArray[np.int32]
    written: npt.NDArray[np.int32]
    sizes: npt.NDArray[np.int32]
    plain: list[str]
    length: npt.NDArray[np.int32]
    letters: npt.NDArray[np.uint32]
    initials: list[str]
    acronym: list[str]
    bare: list[bool]


def readings(texts: Sequence[str]) -> list[Callable[[], Part]]:
    """Jobs that read these names, some each, in order."""
    wording("")  # The lexicons are read before processes part, not once in each.
    return [partial(_part, texts[i : i + _AT_ONCE]) for i in range(0, len(texts), _AT_ONCE)]


def roster(texts: Sequence[str], rows: Ids, read: Iterable[Part]) -> tuple[Names, Vocabulary]:
    """Names read, and the vocabulary of all of them. `texts`: distinct, in order; `read`: what
    their `readings` gave."""
    parts = list(read)
    words = vocabulary(chain.from_iterable(part.texts for part in parts))
    renumbered = [np.array(words.numbers(part.texts), dtype=np.int32) for part in parts]
    sizes = _joined(part.sizes for part in parts)
    said = _joined(new[part.words] for new, part in zip(renumbered, parts, strict=True))
    written = _joined(new[part.written] for new, part in zip(renumbered, parts, strict=True))
    names = Names(
        texts=texts,
        words=matrix(said, sizes, _LONGEST_NAME),
        written=matrix(written, sizes, _LONGEST_NAME),
        size=np.minimum(sizes, _LONGEST_NAME),
        plain=[plain for part in parts for plain in part.plain],
        length=_joined(part.length for part in parts),
        letters=np.concatenate([np.zeros(0, np.uint32), *(part.letters for part in parts)]),
        initials=[initials for part in parts for initials in part.initials],
        acronym=[acronym for part in parts for acronym in part.acronym],
        bare=np.array([bare for part in parts for bare in part.bare], dtype=np.bool_),
        rows=rows,
    )
    return names, words


def _joined(parts: Iterable[npt.NDArray[np.int32]]) -> npt.NDArray[np.int32]:
    return np.concatenate([np.zeros(0, dtype=np.int32), *parts])


def _part(texts: Sequence[str]) -> Part:
    index: defaultdict[str, int] = defaultdict(count().__next__)
    words: list[int] = []
    written: list[int] = []
    sizes: list[int] = []
    read = [wording(text) for text in texts]
    for name in read:
        said, forms = name.words, name.forms
        if len(set(said)) < len(said):
            form_of = dict(zip(reversed(said), reversed(forms), strict=True))
            said = tuple(dict.fromkeys(said))
            forms = tuple([form_of[word] for word in said])
        words += map(index.__getitem__, said)
        written += map(index.__getitem__, forms)
        sizes.append(len(said))
    plain = [" ".join(name.plain) for name in read]
    length, letters = _spelling(plain)
    return Part(
        texts=list(index),
        words=np.array(words, dtype=np.int32),
        written=np.array(written, dtype=np.int32),
        sizes=np.array(sizes, dtype=np.int32),
        plain=plain,
        length=length,
        letters=letters,
        initials=["".join([word[0] for word in name.plain]) for name in read],
        acronym=[name.acronym for name in read],
        bare=[bool(name.acronym) and name.plain == (name.acronym,) for name in read],
    )


def _spelling(plain: list[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint32]]:
    """How many letters and digits each of these texts has, and which, as bits."""
    if not plain:
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint32)
    flat = np.frombuffer("".join([f"{text}\n" for text in plain]).encode("ascii"), dtype=np.uint8)
    starts = np.append(0, np.flatnonzero(flat == ord("\n"))[:-1] + 1)
    spoken = flat > ord(" ")
    bits = np.where(spoken, np.uint32(1) << (flat & np.uint8(31)).astype(np.uint32), np.uint32(0))
    length = np.add.reduceat(spoken, starts, dtype=np.int32)
    return length, np.bitwise_or.reduceat(bits, starts)


def counts(names: Names, words: int) -> npt.NDArray[np.int64]:
    """The records that hold each word, in any of their names."""
    first = names.words[names.rows[:, 0]]
    held = np.bincount(first[first != NONE], minlength=words)
    several = np.flatnonzero((names.rows != NONE).sum(axis=1) > 1)
    if len(several):
        record, column = np.nonzero(names.rows[several] != NONE)
        all_words = names.words[names.rows[several][record, column]]
        code = once((record[:, None] * (words + 1) + all_words + 1).reshape(-1))
        both = np.bincount(code % (words + 1), minlength=words + 1)[1:]
        main = first[several]
        held += both - np.bincount(main[main != NONE], minlength=words)
    return held.astype(np.int64)
