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
_WHERE = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?:/-?\d{1,3}(?:\.\d{1,3})?){2}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The search and the theme; `tied` is the value of the area whose ties are drawn ("" for none),
    `scale` the bounds of the classes that were asked for (() for those of the numbers), `where`
    what the reader has moved the map to ("zoom/latitude/longitude", "" for where it begins).
    """

    search: Address
    theme: Theme
    tied: str = ""
    scale: tuple[float, ...] = ()
    wants_density: bool = False
    where: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        shown = theme(query.get("show", ""))
        dense = query.get("measure", "") == "density"
        search, tied = address.read(query), query.get("ties", "")
        return cls(search, shown, tied, _scale(query), dense, _where(query))

    def query(self, **changes: str) -> str:
        """The query string of the same map with some parts changed ("" removes one).

        Where the map was moved to is not in it: another map begins where it fits.
        """
        parts = self._shown | changes
        show = "" if parts["show"] == THEMES[0].slug else parts["show"]
        return self.search.query(**(parts | {"show": show}))

    @property
    def here(self) -> Address:
        """The search, whose links stay on this map as it is shown."""
        return replace(self.search, beside={**self._shown, "where": self.where}, view="", sort="")

    @property
    def _shown(self) -> dict[str, str]:
        return {
            "show": "" if self.theme == THEMES[0] else self.theme.slug,
            "ties": self.tied,
            "measure": "density" if self.wants_density else "",
        }

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


def _where(query: QueryDict) -> str:
    typed = query.get("where", "")
    return typed if _WHERE.fullmatch(typed) else ""


def _scale(query: QueryDict) -> tuple[float, ...]:
    """Ascending whole numbers, as in "1-5-20"; () for anything else."""
    typed = query.get("scale", "")
    bounds = tuple(float(each) for each in typed.split("-")) if _SCALE.fullmatch(typed) else ()
    return bounds if all(low < high for low, high in pairwise(bounds)) else ()
