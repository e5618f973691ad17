"""Columns of records in the form in which they are compared: names, places, acronyms."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from oriundo.base.core.text import fold
from oriundo.collect.matching import forms, lexicon
from oriundo.collect.matching.arrays import (
    Sets,
    Texts,
    any_of,
    padded,
    sets_of,
    texts,
    together,
)
from oriundo.collect.matching.concepts import PLACE
from oriundo.collect.matching.families import families
from oriundo.collect.matching.roster import Names
from oriundo.collect.matching.vocabulary import NONE, Ids, Vocabulary
from oriundo.collect.sources.columns import Coded, Columns, ordered

_MOST_NEAR = 8
"""Words of where a record is that are looked for in names; few records have more."""


def named(main: Coded[str], others: Coded[tuple[str, ...]]) -> tuple[list[str], Ids]:
    """The distinct names in order and, per record, which are its own, the main one first."""
    flat = [name for names in others.values for name in names if name]
    said, number = ordered([*main.values, *flat])
    mine, more = number[: len(main.values)], number[len(main.values) :].tolist()
    rows = mine[main.codes][:, None]
    named = np.array([any(names) for names in others.values], dtype=np.bool_)
    several = np.flatnonzero(named[others.codes])
    if len(several):
        ends = np.cumsum([sum(map(bool, names)) for names in others.values]).tolist()
        starts = [0, *ends[:-1]]
        each_two = both_of(
            Coded(mine.tolist(), main.codes[several]),
            Coded(list(zip(starts, ends, strict=True)), others.codes[several]),
        )
        held = [tuple(dict.fromkeys((own, *more[a:b]))) for own, (a, b) in each_two.values]
        wide = padded(held)
        rows = np.hstack([rows, np.full((len(rows), wide.shape[1] - 1), NONE, dtype=np.int32)])
        rows[several] = wide[each_two.codes]
    return said, rows


def both_of(one: Coded, other: Coded) -> Coded:  # type: ignore[type-arg]
    """Two columns as one, of the pairs of values that occur."""
    base = max(1, len(other.values))
    both, codes = np.unique(one.codes.astype(np.int64) * base + other.codes, return_inverse=True)
    values = [(one.values[i], other.values[j]) for i, j in zip(*divmod(both, base), strict=True)]
    return Coded(values, codes.reshape(-1).astype(np.int32))


def near(columns: Columns, where: Coded, placed: list[tuple[str, str]], words: Vocabulary) -> Ids:  # type: ignore[type-arg]
    """The numbers of the words that name where each record is, and its hometown's state."""
    cities = _words_of(columns.city, words, forms.full_city)
    regions = padded(
        [
            words.numbers(
                (*forms.place_words(said[1]), PLACE + country, PLACE + (region or country))
            )
            for said, (country, region) in zip(where.values, placed, strict=True)
        ]
    )[where.codes]
    states = padded(
        [
            words.numbers(word for word in forms.place_words(said) if word[0] == PLACE)
            for said in columns.hometown.values
        ]
    )[columns.hometown.codes]
    peoples = padded(
        [
            words.numbers(PLACE + lexicon.origin_code(said) for said in origins)
            for origins in columns.origins.values
        ]
    )[columns.origins.codes]
    return together(cities, regions, states, peoples)[:, :_MOST_NEAR].copy()


def cities(said: Coded[str], words: Vocabulary) -> tuple[Texts, Ids, Texts]:
    """Cities in comparable words, the numbers of these, and as the sources say them."""
    return texts(said, forms.city), _words_of(said, words, forms.full_city), texts(said, fold)


def hometowns(said: Coded[str], words: Vocabulary) -> tuple[Texts, Texts, Ids]:
    """Towns, their states and countries, and the numbers of the words of both."""
    return texts(said, forms.hometown), texts(said, forms.state), _words_of(said, words)


def postal(said: Coded[str]) -> tuple[Texts, Texts]:
    """Postal codes, and their first letters."""
    return texts(said, forms.postal), texts(said, lambda code: forms.postal(code)[:3])


def _words_of(column: Coded[str], words: Vocabulary, read: Callable[[str], str] = str) -> Ids:
    """The numbers of the words of each place, as `read` gives its name."""
    rows = [words.numbers(forms.place_words(read(value))) for value in column.values]
    return padded(rows)[column.codes]


def acronyms(said: Coded[str], names: Names) -> Sets:
    """Acronyms in names, and those that the source gives apart."""
    known, number = ordered(["", *names.acronym, *map(forms.number, said.values)])
    # "" is the first, and none.
    inside = np.append(number[1 : len(names.texts) + 1] - 1, NONE)[names.rows]
    apart = (number[len(names.texts) + 1 :] - 1)[said.codes][:, None]
    all_of = np.hstack([inside, apart])
    some = np.flatnonzero(any_of(all_of != NONE))
    held = [dict.fromkeys(n for n in row if n != NONE) for row in all_of[some].tolist()]
    by_row = padded([tuple(row) for row in held])
    ids = np.full((len(all_of), by_row.shape[1]), NONE, dtype=np.int32)
    ids[some] = by_row
    return sets_of(ids, known[1:])


def towns(city: Texts) -> Ids:
    """The number of each record's city, rare spellings counted with the common one."""
    compact = [text.replace(" ", "") for text in city.texts]
    own = np.array([bool(text) for text in compact], dtype=np.bool_)
    return families(compact, city.counts, own)[city.ids]
