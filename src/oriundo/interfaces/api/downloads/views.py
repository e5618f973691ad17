"""Addresses of files."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from oriundo.interfaces.api.downloads.files import FORMATS


@require_safe
def organizations(request: HttpRequest, format: str) -> HttpResponseBase:  # noqa: A002 (the name in the address)
    """The search of the query in a format of FORMATS; the address takes no other."""
    return FORMATS[format](request)
