"""Where a request comes from. Told to those who count, and to nobody else; never logged."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def came_from(request: HttpRequest) -> str:
    """The network address: of a proxy's list, the one that it wrote itself."""
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return passed_on.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
