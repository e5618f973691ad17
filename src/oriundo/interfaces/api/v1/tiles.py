"""Vector tiles of a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.utils.translation import gettext as _

from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.api.problems import Problem

DEEPEST = 22


def tile_of(question: Question, z: int, x: int, y: int, side: str) -> bytes:
    """The tile as MVT. Raises Problem (404) where the atlas draws none."""
    draw = cast(Callable[..., bytes] | None, getattr(atlas(), "tile", None))
    if draw is None:
        raise Problem(
            404,
            _("This installation draws no tiles."),
            remedy=_("Ask for the same search as GeoJSON."),
        )
    return draw(question, z, x, y, side=side)
