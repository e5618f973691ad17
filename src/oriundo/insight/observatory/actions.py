"""Keeping a measurement."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from oriundo.insight.observatory.models import Evaluation


def keep_evaluation(*, name: str, figures: dict[str, Any], at: datetime) -> Evaluation:
    """Store one comparison of the directory with a known truth."""
    return Evaluation.objects.create(name=name, figures=figures, measured_at=at)
