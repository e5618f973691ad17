"""The directory: a search as list, as table, and all values of one filter."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from oriundo.base.core.text import fold
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import UNKNOWN, Question
from oriundo.interfaces.web import words
from oriundo.interfaces.web.headers import allowing_geolocation
from oriundo.interfaces.web.public import address, around, choices, results
from oriundo.interfaces.web.public.address import Address
from oriundo.interfaces.web.public.cards import card
from oriundo.interfaces.web.public.crossed import crossed
from oriundo.interfaces.web.public.invention import invention

PAGE_SIZE = {"": 20, "table": 100}
MOST_VALUES = 2_000


@require_safe
@allowing_geolocation
def directory(request: HttpRequest) -> HttpResponseBase:
    asked = address.read(request.GET)
    if address.must_be_rewritten(request.GET, asked):
        return redirect(request.path + asked.query())
    atlas = results.ready_atlas()
    answer = results.answer(atlas, asked, PAGE_SIZE[asked.view])
    invented = invention()
    circle = asked.near.circle if asked.near else None
    context = {
        "asked": asked,
        "ready": atlas is not None,
        "chips": choices.chips(asked),
        "total": answer.total,
        "cards": [card(listing, invented, circle) for listing in answer.listings],
        **distances(asked),
        "without_words": asked.query(q=""),
        "use_query": asked.query(view="") if asked.is_asking else "",
        **pages_of(asked, answer.page),
        **(narrowing(atlas, asked) if atlas else {}),
        **_view(atlas, asked, answer.total),
    }
    return render(request, "public/directory.html", context)


def distances(asked: Address) -> dict[str, Any]:
    """The distances that the form offers, and the chosen one."""
    km = asked.near.km if asked.near else around.USUAL_KM
    return {"kilometers": sorted({*around.KILOMETERS, km}), "usual_km": km}


def narrowing(atlas: Atlas, asked: Address) -> dict[str, Any]:
    """The filters with what each choice would give."""
    today = timezone.localdate()
    counts = results.counted(atlas, asked.question, today)
    return {"groups": choices.groups(asked, counts, _offered(atlas, today))}


@lru_cache(maxsize=1)
def _offered(atlas: Atlas, today: date) -> frozenset[str]:
    """An atlas never changes, so this is asked of each once a day."""
    return choices.offered(results.counted(atlas, Question(), today))


def pages_of(asked: Address, page: Page[int]) -> dict[str, Any]:
    """What `pages.html` needs."""
    elided = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "previous": asked.query(page=str(page.number - 1)),
        "next": asked.query(page=str(page.number + 1)),
        "pages": [(n, asked.query(page=str(n)) if isinstance(n, int) else "") for n in elided],
    }


def _view(atlas: Atlas | None, asked: Address, total: int) -> dict[str, Any]:
    """The ways of showing and ordering, each as the address that does so."""
    views = {
        "as_list": asked.query(view=""),
        "as_table": asked.query(view="table"),
        "as_map": reverse("public:map") + asked.query(view="", sort=""),
    }
    sorts = {f"by_{sort}": asked.query(sort=sort) for sort in address.SORTS}
    if atlas is None or asked.view != "table" or not total:
        return {**views, **sorts}
    can_sort_by_place = total <= results.SORTED_BY_PLACE
    return {**views, **sorts, "crossed": crossed(atlas, asked), "can_sort": can_sort_by_place}


@require_safe
def values(request: HttpRequest, name: str) -> HttpResponse:
    """All values of one filter that the search would give, in alphabetical order."""
    if name not in words.ALL_LABELS:
        raise Http404
    asked, atlas = address.read(request.GET), results.ready_atlas()
    counts = atlas.facets(asked.question, [name])[name] if atlas else {}
    known = {value: n for value, n in counts.items() if value != UNKNOWN}
    most = dict(list(known.items())[:MOST_VALUES])
    options = choices.options(name, most, chosen=asked.filters.get(name, ""), by={})
    context = {
        "asked": asked,
        "label": words.ALL_LABELS[name],
        "chips": choices.chips(asked),
        "without_words": asked.query(q=""),
        "as_before": asked.query(),
        "number": len(known),
        "shown": len(most),
        "values": [
            (option, asked.query(**{name: option.value}))
            for option in sorted(options, key=lambda option: fold(option.label))
        ],
    }
    return render(request, "public/values.html", context)
