"""The pages of the desk: one read each, then a template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from oriundo.collect.sources.queries import sources
from oriundo.domain.directory.queries import judging
from oriundo.domain.directory.rules import may_use_desk
from oriundo.interfaces.web import words
from oriundo.interfaces.web.desk import address, deciding, page, said, walking, weights
from oriundo.interfaces.web.desk.address import Place
from oriundo.interfaces.web.desk.gate import DeskRequest
from oriundo.interfaces.web.public.choices import Option

PAGE_SIZE = 20
LAST_ACTS = 30


@require_safe
def queue(request: DeskRequest) -> HttpResponse:
    allowed, reason = may_use_desk(request.user)
    if not allowed:
        return render(request, "desk/no_role.html", {"reason": reason}, status=403)
    place = address.read(request.GET)
    pages = Paginator(place.pairs(request.user).select_related("left", "right"), PAGE_SIZE)
    shown = pages.get_page(request.GET.get("page"))
    first = walking.following(request, place)
    context = {
        "place": place,
        "filters": _filters(place, request),
        "total": pages.count,
        "doubts": judging.put_off(request.user).count(),
        "page": shown,
        "rows": [(p, place.of_pair(p.pk), weights.in_words(p.probability)) for p in shown],
        "first": place.of_pair(first.pk) if first else "",
        "previous": place.query(page=shown.number - 1),
        "next": place.query(page=shown.number + 1),
        "pages": [
            (number, place.query(page=number) if isinstance(number, int) else "")
            for number in pages.get_elided_page_range(shown.number, on_each_side=1, on_ends=1)
        ],
    }
    return render(request, "desk/queue.html", context | page.day(request))


@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: DeskRequest, pk: int) -> HttpResponseBase:
    found = page.pair_of(request.user, pk)
    if request.method == "POST":
        return deciding.one(request, found)
    return page.show(request, found)


@require_safe
def decided(request: DeskRequest) -> HttpResponse:
    context = {
        "place": address.read(request.GET),
        "acts": said.acts(judging.last_acts(request.user, limit=LAST_ACTS)),
    }
    return render(request, "desk/decided.html", context | page.day(request))


@require_safe
def how_to(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/how_to.html", {"place": address.read(request.GET)})


def _filters(place: Place, request: DeskRequest) -> list[tuple[str, str, list[Option]]]:
    """Name, label and choices of each filter."""
    counts = judging.options(place.pairs(request.user))
    names = {source.slug: source.name for source in sources()}
    labels = {
        "country": str(words.FILTER_LABELS["country"]),
        "region": str(words.FILTER_LABELS["region"]),
        "source": gettext("Source"),
    }
    return [
        (name, label, _options(name, counts[name], getattr(place.chosen, name), names))
        for name, label in labels.items()
    ]


def _options(
    name: str, counts: Counter[str], chosen: str, names: Mapping[str, str]
) -> list[Option]:
    """By falling count; the chosen one stays even when it gives nothing."""
    values = {*counts, chosen} - {""}
    made = [
        Option(
            value=value,
            label=names.get(value, value) if name == "source" else words.word(name, value),
            count=counts[value],
            selected=value == chosen,
            share=0.0,
        )
        for value in values
    ]
    return sorted(made, key=lambda option: (-option.count, option.label))
