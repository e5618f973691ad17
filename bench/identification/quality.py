"""How well records were grouped, against the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quality:
    """Over pairs of records put together: `precision`, `recall`, `f1`. `exact`: F1 over whole
    groups, where a group counts only if it holds all records of one organization and no other."""

    precision: float
    recall: float
    f1: float
    exact: float


def quality(groups: Mapping[str, str], truth: Mapping[str, str]) -> Quality:
    """`groups` and `truth` give each record its group. A record missing in `groups` stands alone;
    one that is not in `truth` is left out of account."""
    of = {record: groups.get(record, f"alone {record}") for record in truth}
    together = Counter((of[record], cluster) for record, cluster in truth.items())
    made, real = Counter(of.values()), Counter(truth.values())
    right, found, there = (_pairs(each) for each in (together, made, real))
    exact = sum(made[group] == n == real[cluster] for (group, cluster), n in together.items())
    return Quality(
        precision=right / found if found else 1.0,
        recall=right / there if there else 1.0,
        f1=2 * right / (found + there) if found + there else 1.0,
        exact=2 * exact / (len(made) + len(real)),
    )


def verdicts(said: Mapping[str, bool], truth: Mapping[str, bool]) -> Quality:
    """The same over single pairs, each with a verdict; there are no groups, so `exact` is the
    share of right verdicts."""
    right = sum(said[pair] and truth[pair] for pair in truth)
    found, there = sum(said[pair] for pair in truth), sum(truth.values())
    agreed = sum(said[pair] == truth[pair] for pair in truth) / len(truth)
    return Quality(
        right / found if found else 1.0, right / there, 2 * right / (found + there), agreed
    )


def _pairs(counts: Mapping[str, int] | Mapping[tuple[str, str], int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def grouped(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The groups that pairs make when each joins whatever it touches."""
    leader: dict[str, str] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for left, right in pairs:
        one, other = leader.get(left, left), leader.get(right, right)
        for record in (one, other):
            members[record] = members[record] or [record]
        if one != other:
            members[one] += members.pop(other)
        leader.update(dict.fromkeys(members[one], one))
    return leader
