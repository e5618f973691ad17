"""Reading judgments."""

from __future__ import annotations

from typing import cast

from oriundo.collect.matching.models import Judgment
from oriundo.collect.matching.rulings import Ruling, Verdict


def rulings() -> list[Ruling]:
    """Every judgment in force, in the plain form that `match` replays."""
    return [
        Ruling(
            left=(judgment.left_source, judgment.left_id),
            right=(judgment.right_source, judgment.right_id),
            verdict=cast(Verdict, judgment.verdict),
            by=str(judgment.by_id or ""),
            why=judgment.why,
        )
        for judgment in Judgment.objects.in_force().order_by("pk")
    ]
