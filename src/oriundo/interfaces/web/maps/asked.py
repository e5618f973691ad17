"""What a map was asked: a search of the directory, and beside it what is shown of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from django.http import QueryDict

from oriundo.insight.atlas.atlas import Atlas
from oriundo.interfaces.web.maps.figures import Figures, figures
from oriundo.interfaces.web.maps.themes import THEMES, Theme, theme
from oriundo.interfaces.web.maps.ties import Ties, ties
from oriundo.interfaces.web.public import address
from oriundo.interfaces.web.public.address import Address

_SCALE = re.compile(r"\d{1,9}(?:-\d{1,9}){0,8}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The search, the theme, the value of the area whose ties are drawn ("" for none), and the
    bounds of the classes that were asked for (() for those of the numbers).
    """

    search: Address
    theme: Theme
    tied: str = ""
    scale: tuple[float, ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        shown = theme(query.get("show", ""))
        return cls(address.read(query), shown, query.get("ties", ""), _scale(query))

    def query(self, **changes: str) -> str:
        """The query string of the same map with some parts changed ("" removes one)."""
        show = "" if self.theme == THEMES[0] else self.theme.slug
        return self.search.query(**({"show": show, "ties": self.tied} | changes))

    def counted(self, atlas: Atlas) -> tuple[Figures, Ties | None]:
        """The figures of the map, and the ties of the chosen area."""
        question = self.search.question
        found = replace(figures(atlas, question, self.theme), scale=self.scale)
        return found, ties(atlas, question, found, self.tied) if self.tied else None


def _scale(query: QueryDict) -> tuple[float, ...]:
    """Ascending whole numbers, as in "1-5-20"; () for anything else."""
    typed = query.get("scale", "")
    bounds = tuple(float(each) for each in typed.split("-")) if _SCALE.fullmatch(typed) else ()
    return bounds if all(low < high for low, high in pairwise(bounds)) else ()
