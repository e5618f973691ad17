"""What a map in a browser asks for beside tiles: its style."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.interfaces.web.maps.style import COLORS, style
from oriundo.interfaces.web.maps.tiles import served


@require_safe
@cache_control(public=True, max_age=300)
def map_style(request: HttpRequest, language: str, scheme: str) -> JsonResponse:
    """The style of every map, in a language and a set of colors."""
    if scheme not in COLORS or language not in ("es", "en"):
        raise Http404
    return JsonResponse(style(scheme, language, served()))
