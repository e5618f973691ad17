"""The name of what the atlas in use and the listings hold, so that an answer can be recognized."""

from __future__ import annotations

from hashlib import blake2b

from django.http import HttpRequest
from django.utils.translation import get_language

import oriundo
from oriundo.domain.directory.models import Change
from oriundo.insight.atlas.current import atlas


def last_change() -> int:
    """The number of the last change that everyone may hear of; 0 before the first."""
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def generation() -> str:
    """A name that changes whenever an answer could: with the listings, and with the atlas.

    Both, because the atlas may follow the listings by some seconds.
    """
    built, last = getattr(atlas(), "manifest", ""), last_change()
    return f"{last}-{blake2b(f'{last} {built}'.encode(), digest_size=6).hexdigest()}"


def etag(request: HttpRequest) -> str:
    """The same for the same address as long as nothing changed that the answer depends on."""
    parts = (
        oriundo.__version__,
        generation(),
        get_language() or "",
        request.build_absolute_uri(),
        request.headers.get("Accept", "") if request.path.startswith("/api/hsds/") else "",
    )
    return f'W/"{blake2b(chr(0).join(parts).encode(), digest_size=12).hexdigest()}"'
