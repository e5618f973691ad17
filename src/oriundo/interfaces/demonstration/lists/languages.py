"""The languages that an invented organization works in. The study says nothing of them, and so
nothing is said of the organizations that it names."""

from __future__ import annotations

from collections.abc import Sequence

from oriundo.collect.sources.normalizing.languages import language_name
from oriundo.interfaces.demonstration.bodies import Body
from oriundo.interfaces.demonstration.streams import stream

# Where many speak it beside Spanish: division of origin → the language, and how often it is told.
_BESIDE: dict[str, tuple[str, float]] = {
    "MX-OAX": ("zap", 0.4),
    "MX-GRO": ("mix", 0.2),
    "MX-PUE": ("nah", 0.2),
    "MX-YUC": ("yua", 0.6),
    "MX-MIC": ("tsz", 0.1),
    "MX-HID": ("oto", 0.2),
}
_BY_COUNTRY: dict[str, tuple[str, float]] = {"GTM": ("quc", 0.3), "HND": ("cab", 0.2)}
_TOLD, _ENGLISH = 0.7, 0.55


def spoken(body: Body, language: str) -> Sequence[str]:
    """Their names in a language, Spanish first; none where the list leaves the cell empty."""
    rng = stream(f"languages {body.id}", 2020)
    if body.named or rng.random() > _TOLD:
        return ()
    codes = ["en" if body.origin == "BLZ" else "es"]
    beside, often = _BESIDE.get(body.home) or _BY_COUNTRY.get(body.origin, ("", 0.0))
    if rng.random() < often:
        codes.append(beside)
    if "en" not in codes and rng.random() < _ENGLISH:
        codes.append("en")
    return [language_name(code, language) for code in codes]
