"""What machines ask for: is it alive, what may be indexed."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from oriundo.domain.directory.queries import public

log = logging.getLogger(__name__)


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, 503 when it does not."""
    try:
        public.count()
    except DatabaseError:
        log.exception("the database does not answer")
        return HttpResponse("database does not answer\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything served here is public; only searches, which have no end, are not for robots."""
    where = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /*?", "Allow: /", f"Sitemap: {where}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
