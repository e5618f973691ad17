"""Chance that can be repeated: one stream of numbers for each purpose and seed."""

from __future__ import annotations

from random import Random


def stream(purpose: str, seed: int) -> Random:
    """The stream of a purpose; drawing from one stream does not disturb another."""
    return Random(f"{purpose} {seed}")  # noqa: S311 (nothing here is secret; it must repeat)
