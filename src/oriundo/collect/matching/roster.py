"""The distinct names of all records, each read once; of very many, in several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from oriundo.base.core.processes import spread
from oriundo.collect.matching.arrays import matrix
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids, Vocabulary, vocabulary
from oriundo.collect.matching.words import wording

_LONGEST_NAME = 24
_AT_ONCE = 40_000
_MANY = 150_000
"""Names from which other processes help: fewer are read before these have started."""


@dataclass(frozen=True, slots=True)
class Names:
    """The distinct names of all records.

    `words`, `written`: one row per name, the numbers of its comparable words, each once, in their
    order, and of what each was written as; `size`: how many; `letters`: the plain words joined;
    `initials`: their first letters; `acronym`: "" when the name holds none; `bare`: the name is
    nothing but its acronym. `rows`: per record, its names, the main one first.
    """

    texts: Sequence[str]
    words: Ids
    written: Ids
    size: Ids
    letters: Sequence[str]
    initials: Sequence[str]
    acronym: Sequence[str]
    bare: Flags
    rows: Ids


@dataclass(frozen=True, slots=True)
class _Part:
    """Some names read: their words by number in `texts`, `sizes` of them for each name."""

    texts: list[str]
    words: npt.NDArray[np.int32]
    written: npt.NDArray[np.int32]
    sizes: npt.NDArray[np.int32]
    letters: list[str]
    initials: list[str]
    acronym: list[str]
    bare: list[bool]


def roster(texts: Sequence[str], rows: Ids) -> tuple[Names, Vocabulary]:
    """Names read, and the vocabulary of all of them. `texts`: distinct, in order."""
    parts = list(_read(texts))
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
        letters=[letters for part in parts for letters in part.letters],
        initials=[initials for part in parts for initials in part.initials],
        acronym=[acronym for part in parts for acronym in part.acronym],
        bare=np.array([bare for part in parts for bare in part.bare], dtype=np.bool_),
        rows=rows,
    )
    return names, words


def _joined(parts: Iterable[npt.NDArray[np.int32]]) -> npt.NDArray[np.int32]:
    return np.concatenate([np.zeros(0, dtype=np.int32), *parts])


def _read(texts: Sequence[str]) -> Iterator[_Part]:
    wording("")  # The lexicons are read before the processes part, not once in each.
    parts = [texts[i : i + _AT_ONCE] for i in range(0, len(texts), _AT_ONCE)]
    return spread(_part, parts, alone=len(texts) < _MANY)


def _part(texts: Sequence[str]) -> _Part:
    index: dict[str, int] = {}
    words: list[int] = []
    written: list[int] = []
    sizes: list[int] = []
    read = [wording(text) for text in texts]
    for name in read:
        forms = dict(zip(reversed(name.words), reversed(name.forms), strict=True))
        once = dict.fromkeys(name.words)
        words += [index.setdefault(word, len(index)) for word in once]
        written += [index.setdefault(forms[word], len(index)) for word in once]
        sizes.append(len(once))
    return _Part(
        texts=list(index),
        words=np.array(words, dtype=np.int32),
        written=np.array(written, dtype=np.int32),
        sizes=np.array(sizes, dtype=np.int32),
        letters=[name.letters for name in read],
        initials=["".join([word[0] for word in name.plain]) for name in read],
        acronym=[name.acronym for name in read],
        bare=[bool(name.acronym) and name.plain == (name.acronym,) for name in read],
    )


def counts(names: Names, words: int) -> npt.NDArray[np.int64]:
    """The records that hold each word, in any of their names."""
    first = names.words[names.rows[:, 0]]
    held = np.bincount(first[first != NONE], minlength=words)
    several = np.flatnonzero((names.rows != NONE).sum(axis=1) > 1)
    if len(several):
        record, column = np.nonzero(names.rows[several] != NONE)
        all_words = names.words[names.rows[several][record, column]]
        code = np.unique(record[:, None] * (words + 1) + all_words + 1)
        both = np.bincount(code % (words + 1), minlength=words + 1)[1:]
        main = first[several]
        held += both - np.bincount(main[main != NONE], minlength=words)
    return held.astype(np.int64)
