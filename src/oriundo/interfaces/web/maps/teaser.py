"""One picture of the map, which leads to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.web import language
from oriundo.interfaces.web.maps import page
from oriundo.interfaces.web.maps.figures import Figures, figures
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.maps.themes import theme


@dataclass(frozen=True, slots=True)
class Teaser:
    """`title`: what the picture shows, in words. `pictures`: set of colors → address."""

    title: str
    address: str
    pictures: dict[str, str]


def pictures(query: str) -> dict[str, str]:
    """The addresses of the picture of a map, light and dark. `query`: that of the map's page."""
    code = language.current()
    return {scheme: reverse("map_picture", args=[code, scheme]) + query for scheme in COLORS}


def teaser(atlas: Atlas) -> Teaser | None:
    """States of the United States where most organizations are in one, else countries; None where
    nobody is on either.
    """
    found = _most(atlas)
    if not found.shown:
        return None
    query = f"?show={found.theme.slug}"
    return Teaser(page.headline(found), reverse("public:map") + query, pictures(query))


def _most(atlas: Atlas) -> Figures:
    states = figures(atlas, Question(), theme("us-states"))
    is_most = 2 * states.shown > states.total
    return states if is_most else figures(atlas, Question(), theme("countries"))
