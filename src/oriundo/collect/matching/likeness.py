"""How alike the names of many pairs are, and which words keep them apart."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.alignment import aligned, joined
from oriundo.collect.matching.arrays import among, any_of, in_common, sum_of
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import NONE, Bits, Flags, Ids

_NEAR_WEIGHT = 0.25
_MISSPELLED = 8.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of each pair: the row of its name; its words (one row per pair, NONE after the
    last), what each is written as, its weight in bits, whether the other side lacks it (`left`),
    and whether it tells nothing new here (`near`: it is where the organization is)."""

    row: Ids
    words: Ids
    written: Ids
    weight: Bits
    left: Flags
    near: Flags

    def at(self, pairs: npt.NDArray[np.int64]) -> Side:
        """The same of some pairs."""
        return Side(*(getattr(self, field.name)[pairs] for field in fields(self)))

    def rest(self) -> Bits:
        """The bits that the other side lacks."""
        return sum_of(np.where(self.left, self.weight, np.float32(0)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Pairs of names side by side, one value per pair.

    `shared`: bits of the words in both; `telling`: bits of those that are neither words of the
    language nor of where the organization is; `typos`: some shared words are spelled differently;
    `overlap`: shared bits over all bits (0 to 1); `contained`: shared bits over the bits of the
    shorter name (0 to 1). `a`, `b`: the two sides, and what each has left.
    """

    a: Side
    b: Side
    shared: Bits
    telling: Bits
    typos: Flags
    overlap: Bits
    contained: Bits


def likeness(table: Table, left: Ids, right: Ids) -> Likeness:
    """The likeness of the two most alike names of each pair of records."""
    one, other = _most_alike(table, left, right)
    near = np.hstack([table.near[left], table.near[right]])
    home = np.hstack([table.home[left], table.home[right]])
    return compare(table, one, other, near, home)


def _most_alike(table: Table, left: Ids, right: Ids) -> tuple[Ids, Ids]:
    """The rows of the names to compare; records with several names have the most alike ones."""
    rows = table.names.rows
    one, other = rows[left, 0].copy(), rows[right, 0].copy()
    several = np.flatnonzero(
        (rows[left, 1:2] != NONE).any(axis=1) | (rows[right, 1:2] != NONE).any(axis=1)
    )
    if not len(several):
        return one, other
    best = np.full(len(several), -1.0, dtype=np.float32)
    for i in range(rows.shape[1]):
        for j in range(rows.shape[1]):
            x, y = rows[left[several], i], rows[right[several], j]
            there = (x != NONE) & (y != NONE)
            promise = np.where(there, _promise(table, x, y), np.float32(-1))
            better = promise > best
            one[several[better]], other[several[better]] = x[better], y[better]
            best = np.maximum(best, promise)
    return one, other


def _promise(table: Table, one: Ids, other: Ids) -> Bits:
    """A quick guess of the overlap, to choose which of several names to compare."""
    a, b = table.names.words[one], table.names.words[other]
    bits = table.rarity.bits
    shared = sum_of(np.where(in_common(a, b)[0], bits[a], np.float32(0)))
    return np.asarray(shared / np.maximum(sum_of(bits[a]) + sum_of(bits[b]) - shared, 1e-6))


def compare(table: Table, one: Ids, other: Ids, near: Ids, home: Ids) -> Likeness:
    """Names (by row) word by word, in any order.

    `near`: numbers of words, one row per pair, that tell where the two organizations are, and
    weigh little; `home`: those of their hometowns, which weigh little where only one name says
    them, since the other record says them elsewhere.
    """
    width = int(max(table.names.size[one].max(), table.names.size[other].max(), 1))
    a, b = (table.names.words[rows, :width] for rows in (one, other))
    here, there = in_common(a, b)
    x, y = (
        _side(table, rows, words, ~held, near, width)
        for rows, words, held in ((one, a, here), (other, b, there))
    )
    shared = sum_of(np.where(here, x.weight, np.float32(0)))
    own, _ = in_common(a, np.where(y.words == y.written, b, NONE))
    telling = sum_of(np.where(own & (x.words == x.written) & ~x.near, x.weight, np.float32(0)))
    typos = _spelled_otherwise(table, x, y, shared)
    _lighten(table, x, y, home)
    rest_x, rest_y = x.rest(), y.rest()
    return Likeness(
        a=x,
        b=y,
        shared=shared,
        telling=telling,
        typos=typos,
        overlap=_share(shared, rest_x + rest_y),
        contained=_share(shared, np.minimum(rest_x, rest_y)),
    )


def _share(shared: Bits, rest: Bits) -> Bits:
    return np.asarray(shared / np.maximum(shared + rest, np.float32(1e-6)), dtype=np.float32)


def _spelled_otherwise(table: Table, x: Side, y: Side, shared: Bits) -> Flags:
    """Pairs with words that are one but for their spelling. These are left over no more, and
    their bits are added to what is `shared`."""
    found = aligned(table, x.words, x.written, x.left, y.words, y.written, y.left)
    x.left[found.pair, found.left] = False
    y.left[found.pair, found.right] = False
    least = np.minimum(x.weight[found.pair, found.left], y.weight[found.pair, found.right])
    np.add.at(shared, found.pair, np.minimum(least, _MISSPELLED))
    typos = np.zeros(len(shared), dtype=np.bool_)
    typos[found.pair] = True
    whole = joined(table, x.row, y.row, x, y)
    shared[whole] += np.minimum(x.rest(), y.rest())[whole]
    x.left[whole] = False
    y.left[whole] = False
    return np.asarray(typos | whole)


def _side(table: Table, rows: Ids, words: Ids, lacking: Flags, near: Ids, width: int) -> Side:
    is_near = among(words, near)
    bits = table.rarity.bits[words]
    weight = np.where(is_near, bits * np.float32(_NEAR_WEIGHT), bits)
    written = table.names.written[rows, :width]
    return Side(rows, words, written, weight, lacking & (words != NONE), is_near)


def _lighten(table: Table, x: Side, y: Side, home: Ids) -> None:
    """Words left on one side alone weigh little where they tell more of the same, not another:
    a place added ("Jerez, Zacatecas"), the hometown that the other record gives apart, or what
    kind of organization it is ("Club El Castillo" and "El Castillo")."""
    place = table.words.place
    places = [np.asarray(place[side.words] & side.left) for side in (x, y)]
    towns = [np.asarray(among(side.words, home) & side.left) for side in (x, y)]
    kind = table.words.plain_kind
    kinds = [np.asarray(kind[side.words] & side.left) for side in (x, y)]
    for on_x, on_y in (places, towns, kinds):
        in_both = any_of(on_x) & any_of(on_y)
        for side, there in ((x, on_x), (y, on_y)):
            light = there & ~in_both[:, None] & ~side.near
            side.weight[light] *= np.float32(_NEAR_WEIGHT)
