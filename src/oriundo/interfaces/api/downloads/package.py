"""The descriptor that goes with a CSV: a Frictionless Data Package (v1 of the specification)."""

from __future__ import annotations

from dataclasses import dataclass

from oriundo.interfaces.api.answers import Json, license_of_data
from oriundo.interfaces.api.downloads.columns import COLUMNS


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written: its size in bytes and its SHA-256."""

    size: int
    sha256: str


def schema() -> Json:
    """The table schema of every CSV of organizations."""
    fields: list[Json] = [
        {"name": column.name, "type": column.kind, "description": str(column.meaning)}
        for column in COLUMNS
    ]
    fields[0]["constraints"] = {"required": True, "unique": True}
    return {"fields": fields, "primaryKey": "id", "missingValues": [""]}


def descriptor(path: str, created: str, query: str, written: Written | None = None) -> Json:
    """The data package of one CSV. `path`: where it is, beside this or on the site."""
    license_ = license_of_data()
    resource: Json = {
        "name": "organizations",
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": schema(),
    }
    if written:
        resource |= {"bytes": written.size, "hash": f"sha256:{written.sha256}"}
    return {
        "profile": "tabular-data-package",
        "name": "oriundo-organizations",
        "title": "Oriundo",
        "created": created,
        "licenses": [{"name": license_["id"], "path": license_["url"]}],
        "query": query,
        "resources": [resource],
    }
