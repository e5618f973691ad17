"""The style of all maps: one file, `style.json`, in two sets of colors and two languages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from oriundo.interfaces.web.maps.tiles import Tiles

# The colors of docs/design-language.md, thinned: a map is a ground for what is shown on it.
COLORS = {
    "light": {
        "paper": "#ffffff",
        "water": "#dce8e8",
        "land": "#fbfbf9",
        "green": "#eef3ec",
        "country": "#8f9b96",
        "division": "#bcc6c1",
        "county": "#dde3df",
        "road": "#d5dbd7",
        "ink": "#2f3a37",
        "quiet": "#55605c",
    },
    "dark": {
        "paper": "#111716",
        "water": "#0c1312",
        "land": "#1b2422",
        "green": "#1c2a25",
        "country": "#6b7974",
        "division": "#46534e",
        "county": "#2c3734",
        "road": "#33403c",
        "ink": "#d6deda",
        "quiet": "#a9b5b0",
    },
}


def style(scheme: str, language: str, served: Sequence[Tiles]) -> dict[str, Any]:
    """A MapLibre style. `scheme`: "light" or "dark"; `language`: "es" or "en".

    Layers whose source is not served are left out.
    """
    values: dict[str, Any] = {f"@{name}": color for name, color in COLORS[scheme].items()}
    values["@name"] = ["get", language]
    values["@local-name"] = ["coalesce", ["get", f"name:{language}"], ["get", "name"]]
    made: dict[str, Any] = _filled(_written(), values)
    addresses = {each.source: f"pmtiles://{each.address}" for each in served}
    made["sources"] = {
        name: {**source, "url": addresses[name]}
        for name, source in made["sources"].items()
        if name in addresses
    }
    made["layers"] = [
        layer for layer in made["layers"] if layer.get("source", "base") in made["sources"]
    ]
    return made


@cache
def _written() -> Any:
    text = resources.files(__package__).joinpath("style.json").read_text(encoding="utf-8")
    return json.loads(text)


def _filled(part: Any, values: Mapping[str, Any]) -> Any:
    """The same, with every "@word" replaced."""
    if isinstance(part, dict):
        return {key: _filled(each, values) for key, each in part.items()}
    if isinstance(part, list):
        return [_filled(each, values) for each in part]
    return values[part] if isinstance(part, str) and part.startswith("@") else part
