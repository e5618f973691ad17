"""What a reader may choose, with how many organizations each choice would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oriundo.base.places.names import REGIONS
from oriundo.domain.directory.queries.public import UNKNOWN
from oriundo.interfaces.web import words
from oriundo.interfaces.web.public.address import Address


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter. `share` runs from 0 to 100, relative to the largest option."""

    value: str
    label: str
    count: int
    selected: bool
    share: float


@dataclass(frozen=True, slots=True)
class Example:
    """A choice to begin with: the filter's name and one of its options."""

    name: str
    option: Option


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter. `chosen`: the active value's word, or ""; `without`: the address dropping it."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str
    without: str


def filters(address: Address, counts: Mapping[str, Mapping[str, int]]) -> tuple[Filter, ...]:
    """All filters in the order of the form."""
    return tuple(_filter(name, address, counts[name]) for name in words.FILTER_LABELS)


def options(name: str, counts: Mapping[str, int], *, chosen: str = "") -> tuple[Option, ...]:
    """Values by falling count, unknown last; the chosen one stays even when it gives nothing."""
    counted = dict(counts) if not chosen or chosen in counts else {**counts, chosen: 0}
    largest = max(counted.values(), default=0) or 1
    made = [
        Option(value, words.word(name, value), count, value == chosen, 100 * count / largest)
        for value, count in counted.items()
    ]
    return tuple(sorted(made, key=lambda o: (o.value == UNKNOWN, -o.count, o.label)))


def examples(counts: Mapping[str, Mapping[str, int]]) -> tuple[Example, ...]:
    """Searches to begin with: the largest state, coalitions, and two uncommon main objectives."""
    chosen = [
        *(("region", option) for option in _known("region", counts)[:1]),
        *(("structure", o) for o in _known("structure", counts) if o.value == "coalition"),
        *(("objective", option) for option in _known("objective", counts)[2:4]),
    ]
    return tuple(Example(name, option) for name, option in chosen)


def _known(name: str, counts: Mapping[str, Mapping[str, int]]) -> list[Option]:
    return [option for option in options(name, counts[name]) if option.value != UNKNOWN]


def countries(options: Iterable[Option]) -> int:
    """How many of the options are countries: neither unknown nor a region of several."""
    return sum(option.value not in (UNKNOWN, *REGIONS) for option in options)


def _filter(name: str, address: Address, counts: Mapping[str, int]) -> Filter:
    chosen = address.filters.get(name, "")
    return Filter(
        name=name,
        label=str(words.FILTER_LABELS[name]),
        options=options(name, counts, chosen=chosen),
        chosen=words.word(name, chosen) if chosen else "",
        without=address.query(**{name: ""}),
    )
