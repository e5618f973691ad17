"""The words of all names, numbered, with what each one is and how much it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from oriundo.base.places.names import REGIONS, country_of_division
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import KIND, PLACE, spellings
from oriundo.collect.matching.spelling import shape

Ids = npt.NDArray[np.int32]
Ends = npt.NDArray[np.integer]
"""One end of each of some pairs, by position."""

Flags = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.float32]

NONE = -1
_BASE = 1000
_FEW_BITS = 3.0
_KIND_COUNT = 100
_PLACE_COUNT = 30
_CONCEPT_COUNT = 20
# "Eagle" and "dawn" are read in two languages, but are as rare as the proper names that they make.
_EVERYDAY_COUNT = 0.3
_LEAST_BITS = 0.5
_HOSTS = frozenset({"USA", "CAN", *REGIONS})
_WORK = "work"


@dataclass(frozen=True, slots=True)
class Ways:
    """The single words that lists write the words of a vocabulary with: those of word n are
    `texts[starts[n]]` to before `starts[n + 1]`. By place in `texts`, `first`, `length` and
    `letters` are as those of `Vocabulary`."""

    texts: Sequence[str]
    starts: npt.NDArray[np.int64]
    first: npt.NDArray[np.uint32]
    length: npt.NDArray[np.int16]
    letters: npt.NDArray[np.uint32]


@dataclass(frozen=True)
class Vocabulary:
    """Words by number, in alphabetical order, so that numbers do not depend on the input's order.

    Every array has one value more than there are words: what is said of no word, so of NONE.

    Flags, by number: `kind`, `place`, `digits` (a number, in figures, Roman figures or words),
    `parting` (a word that tells a part, a branch or a sister organization from the whole), `work`
    (one that tells what is done there), `everyday` (one that proper names are made of: "eagle").
    `body`: 2 for a body that an organization has ("scholarship fund"), 1 for what is one beside
    another word ("committee", "team"), 0 for all others.
    `nation`: of a word that names a people or a country, its number; `division`: of one that names
    a state, the number of its country; NONE for all others, and for the countries where migrants
    live. `length`: letters; `letters`: which of the 26 it holds, as bits; `start`: its first three
    letters, as one number; `shape`: a number for how it looks on paper, NONE for short words.
    `first`: its first letter, as a bit; for words of the language, `firsts` and `lengths`: the
    first letters and the lengths of all ways to write it, as bits. `sketch`: which of 61 classes of
    two letters in a row it holds, as bits.
    """

    texts: Sequence[str]
    index: dict[str, int]
    kind: Flags
    place: Flags
    digits: Flags
    nation: Ids
    division: Ids
    parting: Flags
    work: Flags
    body: npt.NDArray[np.int8]
    everyday: Flags
    length: npt.NDArray[np.int16]
    letters: npt.NDArray[np.uint32]
    start: npt.NDArray[np.int64]
    shape: Ids
    first: npt.NDArray[np.uint32]
    firsts: npt.NDArray[np.uint32]
    lengths: npt.NDArray[np.uint32]
    sketch: npt.NDArray[np.uint64]
    ways: Ways

    @cached_property
    def plain_kind(self) -> Flags:
        """The kinds that do not part: "club", not "branch"."""
        return self.kind & ~self.parting

    def numbers(self, words: Iterable[str]) -> list[int]:
        """The numbers of the words that are known here."""
        found = (self.index.get(word, NONE) for word in words)
        return [number for number in found if number != NONE]


def vocabulary(words: Iterable[str]) -> Vocabulary:
    """The vocabulary of these words and forms."""
    known = sorted(set(words))
    texts = [*known, ""]
    shapes = [shape(text) for text in texts]
    shape_number = {one: number for number, one in enumerate(sorted(set(shapes)))}
    parting = lexicon.group_of("differences")
    everyday = lexicon.everyday_concepts()
    bodies = lexicon.bodies()
    nations = {code: i for i, code in enumerate(sorted({_nation(text) for text in texts}))}
    ways = [spellings().get(text, ()) for text in texts]
    return Vocabulary(
        texts=known,
        index={text: number for number, text in enumerate(known)},
        kind=_flags(text.startswith(KIND) for text in texts),
        place=_flags(text.startswith(PLACE) for text in texts),
        digits=_flags(text[:1] != PLACE and _is_number(text) for text in texts),
        nation=np.array([_part_of(text, nations, 0) for text in texts], dtype=np.int32),
        division=np.array([_part_of(text, nations, 1) for text in texts], dtype=np.int32),
        parting=_flags(parting.get(text.removeprefix(KIND), _WORK) != _WORK for text in texts),
        work=_flags(parting.get(text.removeprefix(KIND)) == _WORK for text in texts),
        body=np.array([bodies.get(text.removeprefix(KIND), 0) for text in texts], dtype=np.int8),
        everyday=_flags(text in everyday for text in texts),
        length=np.array([len(text) for text in texts], dtype=np.int16),
        letters=np.array([letters_of(text) for text in texts], dtype=np.uint32),
        start=np.array([int.from_bytes(text[:3].encode()[:6]) for text in texts], dtype=np.int64),
        shape=np.array([shape_number[one] if one else NONE for one in shapes], dtype=np.int32),
        first=np.array([letters_of(text[:1]) for text in texts], dtype=np.uint32),
        firsts=np.array([letters_of(way[0] for way in held) for held in ways], dtype=np.uint32),
        lengths=np.array([_lengths(held) for held in ways], dtype=np.uint32),
        sketch=np.array([_sketch(text) for text in texts], dtype=np.uint64),
        ways=_ways(ways),
    )


def _ways(held: Sequence[Sequence[str]]) -> Ways:
    texts = [way for ways in held for way in ways]
    return Ways(
        texts=texts,
        starts=np.cumsum([0, *map(len, held)]),
        first=np.array([letters_of(way[0]) for way in texts], dtype=np.uint32),
        length=np.array([len(way) for way in texts], dtype=np.int16),
        letters=np.array([letters_of(way) for way in texts], dtype=np.uint32),
    )


def _is_number(text: str) -> bool:
    return any(map(str.isdigit, text)) or text in lexicon.words("numerals")


def _nation(text: str) -> str:
    """The country that a word of place names, or is in; "" for other words."""
    code = text.removeprefix(PLACE) if text.startswith(PLACE) else ""
    return country_of_division(code) if "-" in code and code not in REGIONS else code


def _part_of(text: str, nations: dict[str, int], dashes: int) -> int:
    nation = _nation(text)
    there = nation and nation not in _HOSTS and text.count("-") == dashes
    return nations[nation] if there else NONE


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=np.bool_)


def _sketch(text: str) -> int:
    held = 0
    for one, other in pairwise(text.encode()):
        held |= 1 << ((one * 37 + other * 101) % 61)
    return held


def _lengths(words: Iterable[str]) -> int:
    held = 0
    for word in words:
        held |= 1 << min(31, len(word))
    return held


def letters_of(text: Iterable[str]) -> int:
    """Which letters a text holds, as bits."""
    held = 0
    for letter in text:
        held |= 1 << (ord(letter) & 31)
    return held


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each word tells: bits, log2 of how few records hold it.

    `counts`: records that hold the word. Words of the language (kinds, places, translated
    concepts) start as common, so that a list of two records does not take "Club Social" for a
    rare name. `few`: the bits of words that stand together in some eight records. The arrays have
    a 0 more than there are words, for NONE.
    """

    counts: npt.NDArray[np.int64]
    bits: Bits
    few: float


def rarity(words: Vocabulary, counts: npt.NDArray[np.int64], records: int) -> Rarity:
    """The rarity of each word among `records` records, of which `counts` hold it."""
    total = records + _BASE
    held = counts + _expected(words) * (total / _BASE)
    bits = np.maximum(_LEAST_BITS, np.log2(total / (held + 0.5))).astype(np.float32)
    few = float(np.log2(total)) - _FEW_BITS
    return Rarity(np.append(counts, 0), np.append(bits, np.float32(0)), few)


def _expected(words: Vocabulary) -> npt.NDArray[np.float64]:
    """How many of 1,000 organizations are expected to hold each word of the language."""
    concepts = lexicon.concepts_of_the_field()
    expected = np.array([_CONCEPT_COUNT * (text in concepts) for text in words.texts], dtype=float)
    expected[words.everyday[:-1]] = _EVERYDAY_COUNT
    expected[words.place[:-1]] = _PLACE_COUNT
    expected[words.kind[:-1]] = _KIND_COUNT
    return expected
