"""organizations.csv and organizations.geojson: one row, one feature per organization identified."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from oriundo.domain.directory.golden import Portrait
from oriundo.interfaces.cli.outputs.links import identifier
from oriundo.interfaces.cli.outputs.tables import write_table
from oriundo.interfaces.speech import say

_CODED = (
    "origin",
    "member_origin",
    "structure",
    "objective",
    "residence_country",
    "residence_region",
    "precision",
)
_SAID = (
    "acronym",
    "alternate_name",
    "hometown",
    "city",
    "address",
    "postal",
    "phone",
    "email",
    "website",
    "description",
    "members",
    "founded",
    "registration_number",
)
_SEVERAL = ("secondary_objective", "support")
_DECIDED = ("origin", "objective", "structure")
HEADER = (
    *("organization_id", "name", *_CODED, *_SEVERAL, *_SAID, "latitude", "longitude", "records"),
    *("reason", "objective_reason", "structure_reason"),
)


def write_organizations(path: Path, portraits: Sequence[Portrait]) -> None:
    """`reason` is the sentence by which the origin was decided, the others those of their axes."""
    write_table(path, HEADER, (_row(portrait) for portrait in _ordered(portraits)))


def write_geojson(path: Path, portraits: Sequence[Portrait]) -> None:
    """GeoJSON (RFC 7946). Without coordinates given by a source: a null geometry, never a guess."""
    features = [_feature(portrait) for portrait in _ordered(portraits)]
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _ordered(portraits: Sequence[Portrait]) -> list[Portrait]:
    return sorted(portraits, key=lambda p: (p.name.casefold(), p.keys))


def _coded(portrait: Portrait) -> dict[str, str]:
    values = {name: getattr(portrait, name) for name in _CODED}
    return values | {"origin": portrait.origin.code}


def _row(portrait: Portrait) -> list[object]:
    golden = {fact.field: fact.value for fact in portrait.facts if fact.chosen}
    reasons = {
        f.field: say(f.reason, f.reason_values) for f in reversed(portrait.facts) if f.chosen
    }
    return [
        identifier(portrait.keys),
        portrait.name,
        *_coded(portrait).values(),
        *("; ".join(_all(portrait, name)) for name in _SEVERAL),
        *(golden.get(name, "") for name in _SAID),
        portrait.latitude,
        portrait.longitude,
        len(portrait.keys),
        *(reasons.get(name, "") for name in _DECIDED),
    ]


def _all(portrait: Portrait, field: str) -> list[str]:
    """Every chosen value of a field that may hold several, once each."""
    values = (fact.value for fact in portrait.facts if fact.field == field and fact.chosen)
    return list(dict.fromkeys(values))


def _feature(portrait: Portrait) -> dict[str, Any]:
    point = None
    if portrait.latitude is not None and portrait.longitude is not None:
        point = {"type": "Point", "coordinates": [portrait.longitude, portrait.latitude]}
    return {
        "type": "Feature",
        "id": identifier(portrait.keys),
        "geometry": point,
        "properties": {"name": portrait.name, **_coded(portrait)},
    }
