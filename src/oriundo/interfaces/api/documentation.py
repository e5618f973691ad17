"""What people read about these interfaces, and the documents that programs read.

Our own page, made from the same documents: the pages that django-ninja brings speak one language
and need styles in the page, which our policy forbids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from oriundo.interfaces.api import answers
from oriundo.interfaces.api.hsds.interface import hsds
from oriundo.interfaces.api.hsds.profile import PROFILE
from oriundo.interfaces.api.ogc.interface import ogc
from oriundo.interfaces.api.openapi import Interface
from oriundo.interfaces.api.v1.interface import v1

INTERFACES: Mapping[str, Interface] = {"v1": v1, "hsds": hsds, "ogc": ogc}
MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1"


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: `where` it is asked for, and each parameter as (name, meaning, values)."""

    method: str
    where: str
    summary: str
    description: str
    parameters: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    title: str
    about: str
    document: str
    operations: tuple[Operation, ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    root = answers.root(request)
    context = {
        "sections": [_section(name, root) for name in INTERFACES],
        "root": root,
        "license": answers.license_of_data(),
        "rate": settings.API_RATE,
    }
    return render(request, "api/documentation.html", context)


@require_safe
def openapi(request: HttpRequest, name: str) -> HttpResponse:
    document = INTERFACES[name].document(answers.language(), answers.root(request))
    return answers.as_json(document, "application/json" if name != "ogc" else MEDIA_TYPE)


@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    """Our HSDS Profile: a JSON Merge Patch (RFC 7396) to the schemas of HSDS 3.1."""
    return answers.as_json(PROFILE, "application/merge-patch+json")


def _section(name: str, root: str) -> Section:
    interface = INTERFACES[name]
    document = interface.document(answers.language(), root)
    info = document["info"]
    return Section(
        name=name,
        title=info["title"],
        about=info["description"],
        document=f"{interface.prefix}{'api' if name == 'ogc' else 'openapi.json'}",
        operations=tuple(_operations(document, interface.prefix.rstrip("/"))),
    )


def _operations(document: Mapping[str, Any], prefix: str) -> Iterator[Operation]:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            yield Operation(
                method=method.upper(),
                where=prefix + path,
                summary=operation["summary"],
                description=operation.get("description", ""),
                parameters=tuple(_parameters(operation)),
            )


def _parameters(operation: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for each in operation["parameters"]:
        schema = each["schema"]
        if "enum" in schema:
            values = ", ".join(schema["enum"])
        elif schema.get("type") == "integer" and "maximum" in schema:
            values = f"{schema['minimum']}–{schema['maximum']}"
        else:
            values = ""
        yield each["name"], each.get("description", ""), values
