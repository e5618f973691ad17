"""What the page of the map shows around the map: choices, legend, the table, who is not on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from oriundo.base.places.gazetteer import gazetteer
from oriundo.interfaces.web import language
from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.maps.chart import Chart, said, steps
from oriundo.interfaces.web.maps.figures import Area, Aside, Figures
from oriundo.interfaces.web.maps.frames import edges
from oriundo.interfaces.web.maps.palette import MARKS
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.maps.themes import SIDES, THEMES, Theme, other_side
from oriundo.interfaces.web.maps.ties import Ties, frame_of
from oriundo.interfaces.web.places.paths import address

# A table of three thousand counties is a file, not a page.
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """One theme that can be chosen."""

    slug: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The themes of one side."""

    label: str | Promise
    choices: tuple[Choice, ...]
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table twin."""

    code: str
    name: str
    n: int
    share: float
    listed: str
    tied: str
    density: float | None
    page: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is not on the map, with the way to them ("" where no search says it)."""

    label: str
    n: int
    share: float
    address: str


def groups(asked: Asked) -> tuple[Group, ...]:
    """The themes by side; each side leads to the theme that answers the same for it."""
    return tuple(
        Group(
            label=label,
            choices=tuple(_choice(each, asked) for each in THEMES if each.side == side),
            address=asked.query(show=_slug(side, asked.theme), ties=""),
            chosen=side == asked.theme.side,
        )
        for side, label in SIDES.items()
    )


def _slug(side: str, shown: Theme) -> str:
    return shown.slug if side == shown.side else other_side(shown).slug


@dataclass(frozen=True, slots=True)
class Measures:
    """The two ways of measuring areas, and where the numbers of migrants come from."""

    count: str
    density: str
    dense: bool
    years: str
    sources: str


def measures(asked: Asked) -> Measures | None:
    """What areas can be measured by; None where nobody has counted the migrants."""
    found = asked.denominators
    if found is None:
        return None
    return Measures(
        count=asked.query(measure=""),
        density=asked.query(measure="density"),
        dense=asked.wants_density,
        years=", ".join(map(str, found.years)),
        sources="; ".join(found.sources),
    )


def _choice(each: Theme, asked: Asked) -> Choice:
    return Choice(each.slug, each.label, each == asked.theme)


def lines(figures: Figures, asked: Asked) -> Iterator[Line]:
    """The rows of the table, the largest first."""
    directory, the_map = reverse("public:directory"), reverse("public:map")
    for area in figures.areas[:MOST_ROWS]:
        yield Line(
            code=area.code,
            name=area.name,
            n=area.n,
            share=area.share,
            listed=directory + asked.search.query(**{figures.theme.by: area.value}),
            tied=the_map + asked.query(ties=area.value),
            density=area.density,
            page=_page(figures.theme, area),
        )


def _page(shown: Theme, area: Area) -> str:
    """The page of the place that an area is; "" when it has none."""
    places, codes = gazetteer(), {"country": "iso-3166-1", "origin": "iso-3166-1"}
    if shown.by in ("county", "city", "hometown"):
        found = places.by_key(area.value)
    else:
        found = places.by_code(codes.get(shown.by, "iso-3166-2"), area.value)
    return address(found) if found else ""


def beside(figures: Figures, asked: Asked) -> tuple[Beside, ...]:
    """Who is on no area, in words."""
    return tuple(_beside(aside, asked, figures.total) for aside in figures.asides)


def _beside(aside: Aside, asked: Asked, total: int) -> Beside:
    address = reverse("public:directory") + asked.search.query(**aside.filters)
    return Beside(aside.label, aside.n, aside.n / total, address if aside.filters else "")


def title(shown: Theme) -> str:
    """What a map shows: "Where the organizations are: States of the United States"."""
    return f"{SIDES[shown.side]}: {shown.label}"


def headline(figures: Figures) -> str:
    """The map in one sentence."""
    return _("%(title)s. %(shown)s of %(total)s organizations are on this map.") % {
        "title": title(figures.theme),
        "shown": language.number(figures.shown),
        "total": language.number(figures.total),
    }


@dataclass(frozen=True, slots=True)
class Note:
    """A line of text under a picture."""

    y: int
    text: str


# Units of the picture: the title above it, a line of the legend, a line of text.
_ABOVE, _LEGEND, _NOTE = 70, 54, 19


def around_picture(figures: Figures, drawn: Chart, site: str, today: date) -> dict[str, object]:
    """What a picture that leaves the page has to say by itself: title, legend, sources."""
    ground = drawn.ground
    below = (ground.height if ground else 0) + (_LEGEND if drawn.steps else 0)
    texts = [
        *(f"{language.number(each.n)} {each.label}" for each in figures.asides),
        _("Boundaries: Natural Earth and U.S. Census Bureau. Places: GeoNames (CC BY 4.0)."),
        _(
            "The boundaries and names shown and the designations used on this map do not imply"
            " official endorsement or acceptance by those who publish it."
        ),
    ]
    notes = tuple(Note(below + _NOTE * line, text) for line, text in enumerate(texts, 1))
    return {
        "whole": True,
        "notes": notes,
        "height": _ABOVE + below + _NOTE * (len(notes) + 1),
        "subtitle": _("%(shown)s of %(total)s organizations · %(day)s · %(site)s")
        % {
            "shown": language.number(figures.shown),
            "total": language.number(figures.total),
            "day": language.day(today),
            "site": site,
        },
    }


def program(figures: Figures, ties: Ties | None, asked: Asked) -> dict[str, Any]:
    """What the program in the reader's browser draws from."""
    return {
        "theme": figures.theme.slug,
        "layer": figures.theme.layer,
        "within": figures.theme.within,
        "bounds": bounds(figures, ties),
        "classes": figures.classes() if figures.theme.has_areas else {},
        "areas": {area.code: [area.name, said(area), area.value] for area in _named(figures)},
        "shades": {scheme: [step.color for step in steps(figures, scheme)] for scheme in COLORS},
        "marks": MARKS,
        "tiles": _tiles(asked),
        "ties": _ways(ties) if ties else None,
    }


def _named(figures: Figures) -> Sequence[Area]:
    """The areas that the program can name: all, and of towns those in the table. There may be
    thirty thousand, and each of the others is asked for when it is chosen."""
    return figures.areas if figures.theme.has_areas else figures.areas[:MOST_ROWS]


def bounds(figures: Figures, ties: Ties | None) -> str:
    """What the map shows at first."""
    return edges(frame_of(figures, ties))


def _tiles(asked: Asked) -> str:
    """The address of the tiles, with the places that the program puts zoom, column and row in."""
    one = reverse("map_tile", args=[asked.theme.side, 0, 0, 0])
    return one.replace("/0/0/0.", "/{z}/{x}/{y}.") + asked.search.query()


def _ways(ties: Ties) -> dict[str, Any]:
    return {
        "start": ties.start,
        "ways": [{"to": tie.to, "n": tie.n, "name": tie.name} for tie in ties.ways],
    }
