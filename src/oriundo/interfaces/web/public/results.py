"""What a search finds, page by page, from the atlas; and from the database alone without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from oriundo.base.core.text import fold
from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.queries.public import by_name
from oriundo.insight.atlas import current
from oriundo.insight.atlas.atlas import COUNTED, Atlas
from oriundo.insight.atlas.question import SINCE, Question
from oriundo.interfaces.web import words
from oriundo.interfaces.web.placenames import place_name
from oriundo.interfaces.web.public.address import Address

SORTED_BY_PLACE = 2_000
"""Places are sorted by their names in the reader's language, which the atlas does not know."""
_NO_DAY = "0001-01-02"
_YEARS = 5


@dataclass(frozen=True, slots=True)
class Results:
    """One page. `page` counts; `listings` are its organizations in order."""

    total: int
    page: Page[int]
    listings: Sequence[Listing]


def ready_atlas() -> Atlas | None:
    """The atlas, or None while it is being built: pages then say so and read the database."""
    try:
        return current.atlas()
    except current.AtlasNotReady:
        return None


def answer(atlas: Atlas | None, asked: Address, size: int) -> Results:
    """The page that was asked for, or the nearest one."""
    return _without_atlas(asked, size) if atlas is None else _found(atlas, asked, size)


def _found(atlas: Atlas, asked: Address, size: int) -> Results:
    if asked.sort == "place":
        total = atlas.total(asked.question)
        if total <= SORTED_BY_PLACE:
            return _by_place(tuple(atlas.ids(asked.question)), asked, size)
    number = _number(asked.page)
    answer = atlas.find(asked.question, start=(number - 1) * size, size=size)
    page = _page(answer.total, asked, size)
    if page.number != number:
        answer = atlas.find(asked.question, start=(page.number - 1) * size, size=size)
    return Results(answer.total, page, listings(answer.ids))


def _without_atlas(asked: Address, size: int) -> Results:
    """All listings that hold the words, by name; filters have to wait."""
    shown = by_name(asked.words)
    page = _page(shown.count(), asked, size)
    start = (page.number - 1) * size
    return Results(page.paginator.count, page, list(shown[start : start + size]))


def listings(ids: Sequence[str]) -> list[Listing]:
    """The listings of public identifiers, in their order; one withdrawn meanwhile is left out."""
    published = Listing.objects.filter(public_id__in=ids).defer("search_text")
    by_id = {listing.public_id: listing for listing in published}
    return [by_id[public_id] for public_id in ids if public_id in by_id]


def counted(atlas: Atlas, question: Question, today: date) -> dict[str, dict[str, int]]:
    """For each filter, how many organizations each value would give."""
    names = [name for name in COUNTED if name != "precision"]
    return {**atlas.facets(question, names), SINCE: _since(atlas, question, today)}


def _since(atlas: Atlas, question: Question, today: date) -> dict[str, int]:
    """Organizations verified since the start of each of the last years; {} when none ever was."""
    others = question.without(SINCE)
    if not atlas.total(_verified_since(Question(), _NO_DAY)):
        return {}
    days = [f"{year}-01-01" for year in range(today.year, today.year - _YEARS, -1)]
    return {day: atlas.total(_verified_since(others, day)) for day in days}


def _verified_since(question: Question, day: str) -> Question:
    filters = {**question.filters, SINCE: day}
    return Question(question.words, filters, question.near, question.box, question.order)


def _by_place(ids: Sequence[str], asked: Address, size: int) -> Results:
    columns = ("public_id", "residence_country", "residence_region", "residence_city")
    places = {
        public_id: (
            fold(words.word("country", country)) if country else "~",
            fold(words.word("region", region)) if region else "~",
            fold(place_name(city)) if city else "~",
        )
        for public_id, country, region, city in Listing.objects.filter(
            public_id__in=ids
        ).values_list(*columns)
    }
    ordered = sorted((i for i in ids if i in places), key=lambda i: places[i])
    page = _page(len(ordered), asked, size)
    start = (page.number - 1) * size
    return Results(len(ordered), page, listings(ordered[start : start + size]))


def _page(total: int, asked: Address, size: int) -> Page[int]:
    return Paginator(range(total), size).get_page(asked.page)


def _number(typed: str) -> int:
    """A page number as somebody typed it; 1 for what is none."""
    return max(int(typed), 1) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 1
