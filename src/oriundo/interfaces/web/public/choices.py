"""What a reader may choose, with how many organizations each choice would give."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.names import REGIONS
from oriundo.insight.atlas.question import SINCE, UNKNOWN
from oriundo.interfaces.web import words
from oriundo.interfaces.web.placenames import place_label, region_label
from oriundo.interfaces.web.public.address import Address

Counts = Mapping[str, Mapping[str, int]]

GROUPS = (
    (_("Where the members come from"), ("origin", "home_region", "hometown")),
    (_("Where the organization is"), ("country", "region", "county", "city")),
    (_("What it is and does"), ("objective", "member_origin", "structure", "support", "language")),
    (_("How current it is"), ("status", "verified")),
)
NARROWED = {"hometown": "home_region", "county": "region", "city": "region"}
"""A list of thousands waits until the coarser one was chosen; its page of all values does not."""
SHORT = 30


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
class Chip:
    """Something that narrows the search, in words; `without` is the address that drops it."""

    name: str
    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter. `all`: the page of all its values, "" where the form shows them all.

    `shut`: too long to be shown before the coarser filter is chosen; its page is the way.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    all: str
    all_label: str
    shut: bool


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    filters: tuple[Filter, ...]
    is_place: bool


def offered(counts: Counts) -> frozenset[str]:
    """The filters that the whole directory can fill; `counts` are those of all of it.

    One that all organizations answer alike, or none at all, has nothing to offer.
    """
    return frozenset(name for name, values in counts.items() if len(values) > 1)


def groups(address: Address, counts: Counts, offered: Container[str]) -> tuple[Group, ...]:
    """The filters offered, in the order of the form, and those that the address holds anyway."""
    made = (
        Group(str(label), tuple(_filters(names, address, counts, offered)), "country" in names)
        for label, names in GROUPS
    )
    return tuple(group for group in made if group.filters or group.is_place)


def chips(address: Address) -> tuple[Chip, ...]:
    """What narrows the search, each removable by itself; words and circle are not among them."""
    return tuple(
        Chip(name, str(words.FILTER_LABELS[name]), _label(name, value, {}), _without(address, name))
        for name, value in address.filters.items()
    )


def options(
    name: str, counts: Mapping[str, int], *, chosen: str = "", by: Mapping[str, str] | None = None
) -> tuple[Option, ...]:
    """Values by falling count, unknown last, days from the latest.

    The chosen one stays even when it gives nothing.

    `by`: the other chosen values; what they say already is not repeated in a name.
    """
    counted = dict(counts) if not chosen or chosen in counts else {**counts, chosen: 0}
    largest = max(counted.values(), default=0) or 1
    made = [
        Option(value, _label(name, value, by or {}), n, value == chosen, 100 * n / largest)
        for value, n in counted.items()
    ]
    if name == SINCE:
        return tuple(sorted(made, key=lambda o: o.value, reverse=True))
    return tuple(sorted(made, key=lambda o: (o.value == UNKNOWN, -o.count, o.label)))


def examples(counts: Counts) -> tuple[Example, ...]:
    """Searches to begin with: the largest state, coalitions, and two uncommon main objectives."""
    chosen = [
        *(("region", option) for option in _known("region", counts)[:1]),
        *(("structure", o) for o in _known("structure", counts) if o.value == "coalition"),
        *(("objective", option) for option in _known("objective", counts)[2:4]),
    ]
    return tuple(Example(name, option) for name, option in chosen)


def countries(options: Iterable[Option]) -> int:
    """How many of the options are countries: neither unknown nor a region of several."""
    return sum(option.value not in (UNKNOWN, *REGIONS) for option in options)


def _known(name: str, counts: Counts) -> list[Option]:
    return [option for option in options(name, counts[name]) if option.value != UNKNOWN]


def _filters(
    names: Iterable[str], address: Address, counts: Counts, offered: Container[str]
) -> Iterator[Filter]:
    for name in names:
        chosen, counted = address.filters.get(name, ""), counts.get(name, {})
        if not chosen and name not in offered:
            continue
        coarser = NARROWED.get(name)
        shut = coarser in offered and not chosen and coarser not in address.filters
        shown = {} if shut else _shortened(counted)
        yield Filter(
            name=name,
            label=str(words.FILTER_LABELS[name]),
            options=options(name, shown, chosen=chosen, by=address.filters),
            all=_all(name, address) if len(shown) < len(counted) else "",
            all_label=str(words.ALL_LABELS.get(name, "")),
            shut=shut,
        )


def _shortened(counted: Mapping[str, int]) -> dict[str, int]:
    """The most frequent values, and how many are unknown."""
    if len(counted) <= SHORT + 1:
        return dict(counted)
    most = [value for value in counted if value != UNKNOWN][:SHORT]
    return {value: n for value, n in counted.items() if value in most or value == UNKNOWN}


def _all(name: str, address: Address) -> str:
    return reverse("public:values", args=[name]) + address.query()


def _label(name: str, value: str, by: Mapping[str, str]) -> str:
    """A value in words, with the place around it where nothing else on the page says that."""
    if value == UNKNOWN:
        return words.word(name, value)
    if name == "home_region" and "origin" not in by:
        return region_label(value)
    if name in NARROWED and NARROWED[name] not in by:
        return place_label(value)
    return words.choice(name, value)


def _without(address: Address, name: str) -> str:
    """The address without a filter, and without the finer ones that it held."""
    finer = [n for n, coarser in NARROWED.items() if coarser == name]
    return address.query(**dict.fromkeys((name, *finer), ""))
