"""The atlas in use."""

from __future__ import annotations

from oriundo.domain.directory.models import Change
from oriundo.insight.atlas.actions import build
from oriundo.insight.atlas.atlas import Atlas

_kept: dict[int, Atlas] = {}


def atlas() -> Atlas:
    """The published directory as it stands."""
    last = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    if last not in _kept:
        _kept.clear()
        _kept[last] = build()
    return _kept[last]
