"""Interfaces with an OpenAPI 3.1 document in the reader's language, whose failures are problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

import oriundo
from oriundo.interfaces.api.answers import Json, license_of_data
from oriundo.interfaces.api.parameters import LANGUAGE, Parameter
from oriundo.interfaces.api.problems import MEDIA_TYPE, TITLES, Fault, Problem

Document = dict[str, Any]

PROBLEM: Document = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "remedy", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": _("What is wrong.")},
        "remedy": {"type": "string", "description": _("What to do.")},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "value", "detail", "remedy"],
                "properties": {
                    name: {"type": "string"} for name in ("parameter", "value", "detail", "remedy")
                },
            },
        },
    },
}
USUAL = (400, 404, 405, 429)


class Interface(NinjaAPI):
    """One interface under `prefix`. `title` and `about` are sentences marked for translation."""

    def __init__(self, name: str, prefix: str, title: Promise, about: Promise) -> None:
        super().__init__(
            version=oriundo.__version__, urls_namespace=name, openapi_url=None, docs_url=None
        )
        self.name = name
        self.prefix = prefix
        self.headline = title
        self.about = about

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        if isinstance(exc, Problem):
            return exc.response(request)
        if isinstance(exc, ValidationError):
            return _invalid(exc).response(request)
        return super().on_exception(request, exc)

    def document(self, language: str, root: str = "") -> Document:
        """The OpenAPI 3.1 document. `root`: scheme and host of the site."""
        made: Document = dict(self.get_openapi_schema(path_prefix=""))
        with translation.override(language):
            made["info"] = {
                "title": str(self.headline),
                "version": self.version,
                "description": str(self.about),
                "license": {"name": license_of_data()["id"], "url": license_of_data()["url"]},
            }
            made["servers"] = [{"url": root + self.prefix.rstrip("/")}]
            made["components"]["schemas"]["Problem"] = PROBLEM
            for operations in made["paths"].values():
                for operation in operations.values():
                    _complete(operation)
            spoken: Document = _spoken(made)
        return spoken


def _complete(operation: Document) -> None:
    """Say what it does in the language in use, and name the problems that it may end in."""
    for text in ("summary", "description"):
        if text in operation:
            operation[text] = gettext(operation[text])
    for status in USUAL:
        operation["responses"].setdefault(
            status,
            {
                "description": TITLES[status],
                "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        )


def _spoken(part: Any) -> Any:
    """Every sentence in the language in use; numbers of answers as words, as JSON has them."""
    if isinstance(part, Promise):
        return str(part)
    if isinstance(part, Mapping):
        return {str(name): _spoken(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_spoken(value) for value in part]
    return part


def _invalid(error: ValidationError) -> Problem:
    """A part of the path of the wrong kind."""
    faults = [
        Fault(str(fault["loc"][-1]), str(fault.get("input", "")), fault["msg"], "")
        for fault in error.errors
    ]
    return Problem(400, errors=faults)


def documented(
    *parameters: Parameter, answer: Json | None = None, media_type: str = "application/json"
) -> Document:
    """What django-ninja is told of an operation: its parameters, and the schema of its answer."""
    found: Document = {"parameters": [p.as_openapi() for p in (*parameters, LANGUAGE)]}
    content = {media_type: {"schema": answer or {}}}
    found["responses"] = {200: {"description": "OK", "content": content}}
    return found
