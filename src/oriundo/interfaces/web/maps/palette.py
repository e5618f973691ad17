"""The colors of numbers on a map: one hue, darker (or lighter, on a dark map) for more.

Steps of lightness can be told apart whatever colors a reader sees, and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

SHADES = {
    "light": ("#d3eae1", "#9fd0bd", "#5fae92", "#26866a", "#07533f"),
    "dark": ("#1f4238", "#2b5f50", "#3f8770", "#63b799", "#a6ead2"),
}
MARKS = {"light": "#0a6450", "dark": "#74d3b7"}


@dataclass(frozen=True, slots=True)
class Step:
    """One class of the legend, in a color: from `low` to `high`, which whole numbers reach and
    others do not.
    """

    number: int
    low: float
    high: float
    color: str
    whole: bool = True


def shades(scheme: str, classes: int) -> tuple[str, ...]:
    """As many colors as there are classes, over the whole range."""
    every = SHADES[scheme]
    if classes <= 1:
        return every[2 : 2 + classes]
    last = len(every) - 1
    return tuple(every[round(step * last / (classes - 1))] for step in range(classes))


def legend(
    bounds: tuple[float, ...], largest: float, scheme: str, *, whole: bool
) -> tuple[Step, ...]:
    """The classes, ascending, of whole numbers or of others."""
    colors = shades(scheme, len(bounds))
    below = [low - 1 if whole else low for low in bounds[1:]]
    highs = [*below, max(largest, *bounds[-1:])] if bounds else []
    return tuple(
        Step(number, low, high, color, whole)
        for number, (low, high, color) in enumerate(zip(bounds, highs, colors, strict=True), 1)
    )
