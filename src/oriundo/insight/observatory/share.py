"""A percentage that cannot lose its base."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """`numerator` of `denominator`; `base` says in words what the denominator counts."""

    numerator: int
    denominator: int
    base: str

    def __post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator:
            raise ValueError(f"{self.numerator} of {self.denominator} is no share")

    @property
    def percent(self) -> float | None:
        """Unrounded; None when the base is empty."""
        return 100 * self.numerator / self.denominator if self.denominator else None
