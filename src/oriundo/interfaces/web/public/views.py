"""The other pages of the public site: one read each, then a template."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oriundo.base.core.never_store import KINDS
from oriundo.collect.sources.queries import passports
from oriundo.domain.directory.queries.public import count
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.insight.observatory.queries import funnel, latest_evaluation, public_matrix
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.maps.downloads import files
from oriundo.interfaces.web.maps.drawn import drawing
from oriundo.interfaces.web.maps.frames import FRAMES, named
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.maps.teaser import teaser
from oriundo.interfaces.web.maps.tiles import served
from oriundo.interfaces.web.public import choices, comparison
from oriundo.interfaces.web.public import method as figures
from oriundo.interfaces.web.public.results import ready_atlas

_ON_HOME = ("origin", "country", "region", "structure", "objective")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    atlas = ready_atlas()
    context = _figures(atlas) if atlas else {"listed": count()}
    return render(request, "public/home.html", context)


def _figures(atlas: Atlas) -> dict[str, Any]:
    counts = atlas.facets(Question(), _ON_HOME)
    origins = choices.options("origin", counts["origin"])
    residences = choices.options("country", counts["country"])
    return {
        "listed": sum(counts["origin"].values()),
        "origins": origins,
        "residences": residences,
        "all_origins": words.ALL_LABELS["origin"],
        "all_residences": words.ALL_LABELS["country"],
        "origin_count": choices.countries(origins),
        "residence_count": choices.countries(residences),
        "examples": choices.examples(counts),
        "teaser": teaser(atlas),
    }


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    counted = funnel()
    public = public_matrix()
    sources = passports()
    lists = {passport.source.slug: passport.source.name for passport in sources}
    context = {
        "funnel": counted,
        "row_steps": figures.row_steps(counted),
        "organization_steps": figures.organization_steps(counted),
        "reasons": figures.reasons(counted.counters.exclusions),
        "grid": figures.grid(public.matrix),
        "withheld": public.withheld,
        "passports": sources,
        "comparison": comparison.compared(latest_evaluation("demonstration"), lists),
    }
    return render(request, "public/method.html", context)


@require_safe
def base_map(request: HttpRequest) -> HttpResponse:
    """The ground that maps are drawn on. `view` names a part of it."""
    shown = named(request.GET.get("view", ""))
    code = language.current()
    context = {
        "shown": shown,
        "frames": FRAMES,
        "drawing": drawing(shown.slug, code),
        "tiles": served(),
        "styles": {scheme: reverse("map_style", args=[code, scheme]) for scheme in COLORS},
        "files": files(),
    }
    return render(request, "public/base_map.html", context)


@require_safe
def never_kept(request: HttpRequest) -> HttpResponse:
    return render(request, "public/never_kept.html", {"kept": [say(kind) for kind in KINDS]})
