"""What went wrong where the truth is known: each case, its lists, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from oriundo.domain.directory.models import Listing

EXAMPLES = 10
KINDS = ("missed", "split", "merged", "intruders")
Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """An organization of the directory that holds rows of the case, and the lists it rests on."""

    name: str
    address: str
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One case. `names`: the true organizations; `rows`: list → the numbers of its rows there.

    `hidden`: how many of the organizations involved are not public.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    places: tuple[Place, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of error: how many, the first of them, and how many more there are."""

    kind: str
    label: str
    meaning: str
    count: int
    examples: tuple[Example, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.examples)


def faults(figures: Figures, lists: Mapping[str, str]) -> tuple[Fault, ...]:
    """All kinds of error. `lists`: slug of a source → its name. One question for all listings.

    A case of which no organization is public is counted and not shown.
    """
    ids = {one for kind in KINDS for case in figures[kind] for one in case["organizations"]}
    listed = {one.public_id: one for one in Listing.objects.filter(public_id__in=ids)}
    return tuple(
        Fault(kind, label, meaning, len(figures[kind]), _examples(figures[kind], listed, lists))
        for kind, label, meaning in _kinds()
    )


def _kinds() -> tuple[tuple[str, str, str], ...]:
    return (
        ("missed", _("Missed"), _("true organizations that no organization of the result holds")),
        ("split", _("Split"), _("true organizations whose rows stand in several")),
        ("merged", _("Wrongly merged"), _("organizations of the result that mix several true")),
        ("intruders", _("Intruders"), _("organizations of the result that are none of the study")),
    )


def _examples(
    cases: Sequence[Figures], listed: Mapping[str, Listing], lists: Mapping[str, str]
) -> tuple[Example, ...]:
    shown = (
        case
        for case in cases
        if not case["organizations"] or any(one in listed for one in case["organizations"])
    )
    return tuple(_example(case, listed, lists) for case in islice(shown, EXAMPLES))


def _example(case: Figures, listed: Mapping[str, Listing], lists: Mapping[str, str]) -> Example:
    here = [listed[one] for one in case["organizations"] if one in listed]
    return Example(
        names=tuple(case["names"]),
        rows=_rows(case["records"], lists),
        places=tuple(_place(listing) for listing in here),
        hidden=len(case["organizations"]) - len(here),
    )


def _rows(
    records: Sequence[str], lists: Mapping[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """ "source/number" of each record → the list's name with its numbers, in order."""
    found: dict[str, list[str]] = {}
    for record in records:
        slug, _slash, number = record.partition("/")
        found.setdefault(lists.get(slug, slug), []).append(number)
    return tuple((name, tuple(numbers)) for name, numbers in found.items())


def _place(listing: Listing) -> Place:
    said = [source["name"] for fact in listing.facts for source in fact["sources"]]
    return Place(
        name=listing.name,
        address=reverse("public:organization", args=[listing.public_id]),
        lists=tuple(dict.fromkeys(said)),
    )
