"""Members that share a key, and the pairs among them, for millions of keys at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.arrays import once

Keys = npt.NDArray[np.uint64]
Members = npt.NDArray[np.int64]
Two = tuple[Members, Members]

_STEPS = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_SHIFT = np.uint64(33)


def mixed(*parts: npt.NDArray[np.integer] | int) -> Keys:
    """One key of several numbers; the order of the parts counts."""
    key: Keys = np.zeros(1, dtype=np.uint64)
    for part in parts:
        key = key ^ np.asarray(part).astype(np.int64).view(np.uint64)
        for step in _STEPS:
            key = (key ^ (key >> _SHIFT)) * step
        key = key ^ (key >> _SHIFT)
    return key


@dataclass(frozen=True, slots=True)
class Groups:
    """Members in the order of their keys: `starts[g]` to `starts[g] + sizes[g]` is one group.

    `members` of a group are ascending, each once.
    """

    keys: Keys
    members: Members
    starts: Members
    sizes: Members

    def where(self, groups: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Which entries are in the groups chosen."""
        return np.repeat(groups, self.sizes)


def members_of(keys: Keys, members: Members) -> Groups:
    """The groups of members with equal keys; groups of one are left out."""
    order = np.argsort(keys)
    keys, members = keys[order], members[order]
    same = np.zeros(len(keys) + 1, dtype=np.bool_)
    same[1:-1] = keys[1:] == keys[:-1]
    shared = same[:-1] | same[1:]
    keys, members = keys[shared], members[shared]
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    # Sorted as one number of group and member, which takes a third of the time of two sorts.
    bits = int(members.max(initial=0)).bit_length()
    codes = once((np.cumsum(first) - 1 << bits) + members)
    group, members = codes >> bits, codes & ((1 << bits) - 1)
    sizes = np.bincount(group, minlength=int(first.sum()))
    return Groups(keys[first][group], members, np.cumsum(sizes) - sizes, sizes)


def pairs_of(groups: Groups, *, most: int) -> Two:
    """The pairs within groups of at most `most` members (lower first); larger groups give none."""
    kept = groups.where(groups.sizes <= most)
    return _near_pairs(groups.keys[kept], groups.members[kept], most - 1)


def neighbors_of(groups: Groups, rank: Members, *, least: int, window: int) -> Two:
    """In groups of more than `least` members, each with the `window` that follow it by rank."""
    kept = groups.where(groups.sizes > least)
    keys, members = groups.keys[kept], groups.members[kept]
    order = np.lexsort((members, rank[members], keys))
    one, other = _near_pairs(keys[order], members[order], window)
    return np.minimum(one, other), np.maximum(one, other)


def _near_pairs(keys: Keys, members: Members, reach: int) -> Two:
    """Members at most `reach` places apart in the order given, of one key."""
    one: list[Members] = []
    other: list[Members] = []
    at = np.arange(len(keys))
    for step in range(1, reach + 1):
        at = at[at + step < len(keys)]
        at = at[keys[at] == keys[at + step]]
        if not len(at):
            break
        one.append(members[at])
        other.append(members[at + step])
    if not one:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return np.concatenate(one), np.concatenate(other)
