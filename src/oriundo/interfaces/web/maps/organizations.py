"""The map of organizations: its page, its picture, its table as a file, its tiles."""

from __future__ import annotations

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.tiles.drawing import NoTile
from oriundo.interfaces.web import language
from oriundo.interfaces.web.maps import page
from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.maps.chart import chart, steps
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.maps.teaser import pictures
from oriundo.interfaces.web.maps.themes import SIDES, Side
from oriundo.interfaces.web.maps.tiles import served
from oriundo.interfaces.web.public import address, choices, searching
from oriundo.interfaces.web.public.address import Address


@require_safe
def organizations(request: HttpRequest) -> HttpResponseBase:
    """The page: the map, what it counts, and the same as a table."""
    asked = Asked.read(request.GET)
    if address.must_be_rewritten(request.GET, asked.search):
        return redirect(request.path + asked.here.query())
    return render(request, "maps/page.html", _searching(asked) | shown(asked))


def _searching(asked: Asked) -> dict[str, object]:
    """The directory's search, whose form and links stay on the map."""
    here, directory = asked.here, reverse("public:directory")
    return {
        "on_map": True,
        "nothing": reverse("public:map") + Address(beside=here.beside).query(),
        "without_words": here.query(q=""),
        "chips": choices.chips(here),
        "narrowing": searching.narrowing(atlas(), asked.search)["groups"],
        "as_list": directory + asked.search.query(view=""),
        "as_table": directory + asked.search.query(view="table"),
        "as_map": reverse("public:map") + here.query(),
        **searching.distances(here),
    }


def shown(asked: Asked) -> dict[str, object]:
    """What the figure of a map, its table and its notes need."""
    figures, ties = asked.counted(atlas())
    code = language.current()
    picture_of = pictures(asked.query())
    return {
        "asked": asked,
        "headline": page.headline(figures),
        "missing": figures.total - figures.shown,
        "whole": picture_of["light"] + ("&" if asked.query() != "?" else "") + "whole=1",
        "multiples": reverse("public:maps") + asked.query(ties=""),
        "figures": figures,
        "ties": ties,
        "groups": page.groups(asked),
        "measures": page.measures(asked),
        "lines": list(page.lines(figures, asked)),
        "more": max(0, len(figures.areas) - page.MOST_ROWS),
        "beside": page.beside(figures, asked),
        "steps": {scheme: steps(figures, scheme) for scheme in COLORS},
        "program": page.program(figures, ties, asked),
        "pictures": picture_of,
        "table": reverse("map_table", args=[code]) + asked.query(),
        "in_view": reverse("public:map_here") + asked.query(ties="", measure=""),
        "use": reverse("public:use") + asked.query(),
        "untied": reverse("public:map") + asked.query(ties=""),
        "bounds": page.bounds(figures, ties),
        "tiles": served(),
        "styles": {scheme: reverse("map_style", args=[code, scheme]) for scheme in COLORS},
    }


@require_safe
@cache_control(public=True, max_age=60)
def picture(request: HttpRequest, spoken: str, scheme: str) -> HttpResponse:
    """The map as an SVG; with `?whole=1` with title, legend and sources, to be kept or printed."""
    if scheme not in COLORS or spoken not in ("es", "en"):
        raise Http404
    with translation.override(spoken):
        asked = Asked.read(request.GET)
        figures, ties = asked.counted(atlas())
        drawn = chart(figures, ties, scheme)
        site = request.build_absolute_uri(reverse("public:map"))
        context = {"chart": drawn, "title": page.title(figures.theme)}
        if request.GET.get("whole"):
            context |= page.around_picture(figures, drawn, site, timezone.localdate())
        return render(request, "maps/picture.svg", context, content_type="image/svg+xml")


@require_safe
@cache_control(public=True, max_age=60)
def table(request: HttpRequest, spoken: str) -> HttpResponse:
    """The figures as CSV: every area, then who is on none."""
    if spoken not in ("es", "en"):
        raise Http404
    with translation.override(spoken):
        asked = Asked.read(request.GET)
        figures, _ = asked.counted(atlas())
        out = StringIO()
        rows = csv.writer(out)
        rows.writerow(("code", "name", "organizations", "share", "of"))
        for area in figures.areas:
            rows.writerow((area.code, area.name, area.n, f"{area.share:.4f}", figures.total))
        for aside in figures.asides:
            rows.writerow(
                ("", aside.label, aside.n, f"{aside.n / figures.total:.4f}", figures.total)
            )
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{figures.theme.slug}.csv"'
    return answer


@require_safe
@cache_control(public=True, max_age=60)
def tile(request: HttpRequest, side: Side, z: int, x: int, y: int) -> HttpResponse:
    """One vector tile of the organizations that fit; 204 where there are none."""
    if side not in SIDES:
        raise Http404
    asked = Asked.read(request.GET)
    try:
        body = atlas().tile(asked.search.question, z, x, y, side=side)
    except NoTile as error:
        raise Http404 from error
    status = 200 if body else 204
    return HttpResponse(body, status=status, content_type="application/vnd.mapbox-vector-tile")
