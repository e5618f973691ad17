"""What is known of a place: who is there and from where, and who comes from it and is where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import UNKNOWN, Question

FIRST = 20
_MOST = 12
_HERE = {"country": "country", "admin1": "region", "admin2": "county", "locality": "city"}
_FROM = {"country": "origin", "admin1": "home_region", "admin2": "hometown", "locality": "hometown"}


@dataclass(frozen=True, slots=True)
class Counted:
    """One value of a filter, how many have it, and the search that lists them."""

    by: str
    value: str
    n: int
    filters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """The organizations of one side: how many, the first of them, and the other ends of their ways.

    `filters` is the search that lists them all.
    """

    filters: Mapping[str, str]
    total: int
    ids: tuple[str, ...]
    ends: tuple[Counted, ...]


def here(atlas: Atlas, place: Place) -> Side:
    """Who is in a place, by the state, department or country that their members come from."""
    return _side(atlas, _HERE[place.level], _value(place), ("home_region", "origin"))


def from_there(atlas: Atlas, place: Place) -> Side:
    """Who comes from a place, by the state or country where the organizations are."""
    return _side(atlas, _FROM[place.level], _value(_municipality(place)), ("region", "country"))


def _side(atlas: Atlas, by: str, value: str, ends: tuple[str, str]) -> Side:
    question = Question(filters={by: value})
    found = atlas.find(question, size=FIRST)
    return Side(question.filters, found.total, found.ids, tuple(_ends(atlas, question, ends)))


def _ends(atlas: Atlas, question: Question, by: tuple[str, str]) -> Iterator[Counted]:
    """The finer ends, and the coarser ones of those of which no finer is known."""
    finer, coarser = by
    counted = {value: n for value, n in atlas.counts(question, finer).items() if value != UNKNOWN}
    for value, n in list(counted.items())[:_MOST]:
        yield Counted(finer, value, n, question.narrowed(finer, value).filters)
    rest = question.narrowed(finer, UNKNOWN)
    for value, n in atlas.counts(rest, coarser).items():
        if value != UNKNOWN:
            yield Counted(coarser, value, n, rest.narrowed(coarser, value).filters)


def _value(place: Place) -> str:
    """What the atlas calls a place: its code, or its key where it has no code of a country's."""
    return place.code if place.level in ("country", "admin1") else place.key


def _municipality(place: Place) -> Place:
    """Hometowns are counted by municipality, and a town by the one it lies in."""
    parent = gazetteer().parent_of(place) if place.level == "locality" else None
    return parent if parent and parent.level == "admin2" else place
