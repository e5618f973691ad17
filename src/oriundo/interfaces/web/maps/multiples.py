"""Small multiples: one map for each origin, side by side, in the same classes, on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import UNKNOWN
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.maps import page
from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.maps.chart import steps
from oriundo.interfaces.web.maps.figures import Figures, figures
from oriundo.interfaces.web.maps.teaser import pictures
from oriundo.interfaces.web.maps.themes import theme


@dataclass(frozen=True, slots=True)
class Small:
    """The map of one origin. `first` are its areas with the most organizations, in words."""

    name: str
    figures: Figures
    first: tuple[str, ...]
    address: str
    pictures: dict[str, str]


@dataclass(frozen=True, slots=True)
class Numbered:
    """One of the four maps of the study: what it counts, and its address here."""

    label: str
    address: str
    chosen: bool


# Organizations by town, by state, by county, and by province.
_STUDY = ("places", "us-states", "us-counties", "ca-provinces")


def numbered(asked: Asked) -> tuple[Numbered, ...]:
    """The four maps of the study, in its order, of the same search."""
    return tuple(
        Numbered(
            _("Map %(number)s: %(label)s") % {"number": number, "label": theme(slug).label},
            asked.query(show=slug, ties=""),
            slug == asked.theme.slug,
        )
        for number, slug in enumerate(_STUDY, 1)
    )


@require_safe
def multiples(request: HttpRequest) -> HttpResponse:
    """One sheet: all origins together, then each."""
    asked = Asked.read(request.GET)
    held = atlas()
    whole, _none = asked.counted(held)
    small = list(_small(asked, held, whole))
    context = {
        "asked": asked,
        "title": page.title(asked.theme),
        "figures": whole,
        "whole": _drawn(_origin(asked), whole, asked, whole),
        "numbered": numbered(asked),
        "small": small,
        "steps": steps(whole, "light"),
        "groups": page.groups(asked),
        "beside": page.beside(whole, asked),
        "missing": whole.total - whole.shown,
    }
    return render(request, "maps/multiples.html", context)


def _origin(asked: Asked) -> str:
    code = asked.search.filters.get("origin", "")
    return words.word("origin", code) if code else ""


def _small(asked: Asked, held: Atlas, whole: Figures) -> Iterator[Small]:
    question = asked.search.question
    if question.filters.get("origin"):
        return
    for code in held.counts(question, "origin"):
        if code == UNKNOWN:
            continue
        one = figures(held, question.narrowed("origin", code), asked.theme)
        yield _drawn(words.word("origin", code), one, asked, whole, origin=code)


def _drawn(name: str, one: Figures, asked: Asked, whole: Figures, **search: str) -> Small:
    scale = "-".join(str(int(bound)) for bound in whole.bounds)
    query = asked.query(ties="", scale=scale if asked.theme.has_areas else "", **search)
    return Small(
        name=name,
        figures=one,
        first=tuple(f"{area.name} {language.number(area.n)}" for area in one.areas[:3]),
        address=reverse("public:map") + asked.query(ties="", **search),
        pictures=pictures(query),
    )
