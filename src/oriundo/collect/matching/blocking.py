"""Which pairs are worth comparing: records that share at least one of many keys.

A key that more records share than its cap is refined (the same key within one city or region);
what is still too many is compared only among neighbors in the order of the names, and reported.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from oriundo.collect.matching.profiles import Profile, Rarity
from oriundo.collect.matching.words import KIND, Wording

CAP = 30
_WINDOW = 6
_GRAM = 5
_RARE_GRAMS = 4
_RARE_WORDS = 4
_RARE = 8


@dataclass(frozen=True, slots=True)
class Crowd:
    """A key that stayed over its cap after refining: how many records share it."""

    key: str
    records: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """`pairs`: positions, lower first, sorted, each once; `crowds`: keys not compared in full."""

    pairs: tuple[tuple[int, int], ...]
    crowds: tuple[Crowd, ...]


def block(profiles: Sequence[Profile], rarity: Rarity, *, cap: int = CAP) -> Blocks:
    """The candidate pairs of `profiles`."""
    groups: dict[str, list[int]] = defaultdict(list)
    gram_counts = _gram_counts(profiles)
    acronyms = frozenset(acronym for p in profiles for acronym in p.acronyms)
    for i, p in enumerate(profiles):
        for key in dict.fromkeys(_keys(p, rarity, gram_counts, acronyms)):
            groups[key].append(i)
    pairs: set[tuple[int, int]] = set()
    crowds: list[Crowd] = []
    for key, members in groups.items():
        if len(members) > cap:
            members_left = _refined(members, profiles, pairs, cap)
            if members_left:
                crowds.append(Crowd(key, len(members)))
        else:
            pairs.update(combinations(members, 2))
    return Blocks(tuple(sorted(pairs)), tuple(sorted(crowds, key=lambda c: (-c.records, c.key))))


def _refined(
    members: list[int], profiles: Sequence[Profile], pairs: set[tuple[int, int]], cap: int
) -> bool:
    """Add the pairs of a crowded key, place by place; True when a place is itself crowded."""
    crowded = False
    places: dict[str, list[int]] = defaultdict(list)
    for i in members:
        places[profiles[i].city or profiles[i].region].append(i)
    for same_place in places.values():
        if len(same_place) <= cap:
            pairs.update(combinations(same_place, 2))
            continue
        crowded = True
        in_order = sorted(same_place, key=lambda i: (sorted(profiles[i].names[0].words), i))
        for place, i in enumerate(in_order):
            pairs.update((min(i, j), max(i, j)) for j in in_order[place + 1 : place + 1 + _WINDOW])
    return crowded


def _keys(
    p: Profile, rarity: Rarity, gram_counts: Counter[str], acronyms: frozenset[str]
) -> Iterator[str]:
    """Every key of one record; the letter before the colon says what kind of key it is."""
    for value in p.phones:
        yield f"phone:{value}"
    for value in p.emails:
        yield f"email:{value}"
    for value in p.sites:
        yield f"site:{value}"
    for value in p.registrations:
        yield f"number:{value}"
    for value in p.acronyms:
        yield f"acronym:{value}"
    if p.street:
        yield f"street:{p.street}:{p.city}"
        yield f"street:{p.street}:{p.postal[:3]}"
    if p.hometown:
        yield f"home:{p.hometown}:{p.city or p.region}"
    for name in p.names:
        yield from _name_keys(name, p, rarity)
        initials = "".join(word[0] for word in name.plain)
        if initials in acronyms:
            yield f"acronym:{initials}"
        yield from _gram_keys(name, gram_counts)


def _name_keys(name: Wording, p: Profile, rarity: Rarity) -> Iterator[str]:
    """The whole name in any order, its rarest words, and its rare words two by two."""
    words = sorted(set(name.words))
    yield f"name:{' '.join(words)}"
    telling = [w for w in words if not w.startswith(KIND) and w not in p.residence]
    rare = sorted(telling, key=lambda w: (-rarity.bits(w), w))[:_RARE_WORDS]
    for word in rare[:2]:
        yield f"word:{word}:{p.city}" if rarity.counts[word] > _RARE else f"word:{word}"
    for two in combinations(sorted(rare), 2):
        yield f"words:{' '.join(two)}"


def _gram_keys(name: Wording, gram_counts: Counter[str]) -> Iterator[str]:
    """The rarest runs of letters that at least two names share: they survive a typing error."""
    shared = [g for g in set(_grams(name)) if 1 < gram_counts[g] <= CAP]
    for gram in sorted(shared, key=lambda g: (gram_counts[g], g))[:_RARE_GRAMS]:
        yield f"gram:{gram}"


def _gram_counts(profiles: Sequence[Profile]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for p in profiles:
        counts.update({g for name in p.names for g in _grams(name)})
    return counts


def _grams(name: Wording) -> list[str]:
    compact = name.letters
    return [compact[i : i + _GRAM] for i in range(max(1, len(compact) - _GRAM + 1))]
