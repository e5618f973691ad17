"""What is done on the page of a pair, and what comes of it."""

from __future__ import annotations

from oriundo.collect.matching.models import Judgment

REASONS = [
    ("the same telephone number", {"left": "+12135550101", "right": "+12135550101"}, 5.5),
    ("the names differ", {"left": "club social jerez", "right": "comite"}, -8.0),
    ("in the same city: %(left)s", {"left": "los angeles", "right": "los angeles"}, 1.5),
]


def address(pair, end=""):
    return f"/en/desk/pair/{pair.pk}/{end}"


def answered(desk, pair, verdict="same", **more):
    return desk.post(address(pair), {"verdict": verdict, "seen": "0", **more}, follow=True)


def words():
    return [(w.left[1], w.right[1], w.verdict) for w in Judgment.objects.in_force().order_by("pk")]
