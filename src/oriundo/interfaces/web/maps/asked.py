"""What a map was asked: a search of the directory, and beside it what is shown of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from django.http import QueryDict

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.observatory.queries import Denominators, denominators
from oriundo.interfaces.web import language
from oriundo.interfaces.web.maps.areas import names
from oriundo.interfaces.web.maps.figures import Figures, figures, per_migrants
from oriundo.interfaces.web.maps.themes import THEMES, Theme, theme
from oriundo.interfaces.web.maps.ties import Ties, ties
from oriundo.interfaces.web.public import address
from oriundo.interfaces.web.public.address import Address

_SCALE = re.compile(r"\d{1,9}(?:-\d{1,9}){0,8}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The search and the theme; `tied` is the value of the area whose ties are drawn ("" for none),
    `scale` the bounds of the classes that were asked for (() for those of the numbers).
    """

    search: Address
    theme: Theme
    tied: str = ""
    scale: tuple[float, ...] = ()
    wants_density: bool = False

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        shown = theme(query.get("show", ""))
        dense = query.get("measure", "") == "density"
        return cls(address.read(query), shown, query.get("ties", ""), _scale(query), dense)

    def query(self, **changes: str) -> str:
        """The query string of the same map with some parts changed ("" removes one)."""
        show = "" if self.theme == THEMES[0] else self.theme.slug
        measure = "density" if self.wants_density else ""
        return self.search.query(
            **({"show": show, "ties": self.tied, "measure": measure} | changes)
        )

    @property
    def denominators(self) -> Denominators | None:
        """Migrants of the one origin searched for, in the areas of a map of residences."""
        origin = self.search.filters.get("origin", "")
        if not (origin and self.theme.side == "here" and self.theme.has_areas):
            return None
        found = denominators(origin)
        return found if found.people.keys() & names(self.theme, language.current()).keys() else None

    def counted(self, atlas: Atlas) -> tuple[Figures, Ties | None]:
        """The figures of the map, and the ties of the chosen area."""
        question = self.search.question
        found = replace(figures(atlas, question, self.theme), scale=self.scale)
        counted = self.denominators if self.wants_density else None
        if counted:
            found = per_migrants(found, counted.people)
        return found, ties(atlas, question, found, self.tied) if self.tied else None


def _scale(query: QueryDict) -> tuple[float, ...]:
    """Ascending whole numbers, as in "1-5-20"; () for anything else."""
    typed = query.get("scale", "")
    bounds = tuple(float(each) for each in typed.split("-")) if _SCALE.fullmatch(typed) else ()
    return bounds if all(low < high for low, high in pairwise(bounds)) else ()
