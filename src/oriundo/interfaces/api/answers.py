"""Answers as JSON, with the links to the pages around them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from oriundo.interfaces.api.asking import Asking, query_of
from oriundo.interfaces.api.parameters import PAGE, PER_PAGE


@dataclass(frozen=True, slots=True)
class Pages:
    """One page of `total` things: page `number`, `size` on each."""

    number: int
    size: int
    total: int

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    @property
    def count(self) -> int:
        """How many pages there are; one where there is nothing."""
        return max(1, -(-self.total // self.size))


def pages(asking: Asking, total: int) -> Pages:
    return Pages(asking.whole(PAGE), asking.whole(PER_PAGE), total)


def language() -> str:
    """The reader's language: "es" or "en"."""
    return "es" if (get_language() or "").startswith("es") else "en"


def root(request: HttpRequest) -> str:
    """Scheme and host, as in "https://example.org"."""
    return f"{request.scheme}://{request.get_host()}"


def today() -> str:
    return timezone.now().date().isoformat()


def now() -> str:
    return timezone.now().isoformat(timespec="seconds").replace("+00:00", "Z")


def license_of_data() -> dict[str, str]:
    """Under which license everything published may be used."""
    return {"id": settings.DATA_LICENSE, "url": settings.DATA_LICENSE_URL}


def as_json(data: object, media_type: str = "application/json") -> HttpResponse:
    return HttpResponse(dumped(data), content_type=media_type)


def dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def around(request: HttpRequest, asking: Asking, shown: Pages) -> dict[str, str]:
    """Whole addresses of this page, the first, the last, and those beside it."""
    numbers = {"self": shown.number, "first": 1, "last": shown.count}
    if shown.number > 1:
        numbers["prev"] = min(shown.number - 1, shown.count)
    if shown.number < shown.count:
        numbers["next"] = shown.number + 1
    address = root(request) + request.path
    return {name: f"{address}?{query_of(asking, page=n)}" for name, n in numbers.items()}


def with_links(response: HttpResponse, links: Mapping[str, str]) -> HttpResponse:
    """The same links in the header, where every client looks for them."""
    said = [f'<{address}>; rel="{name}"' for name, address in links.items()]
    response.headers["Link"] = ", ".join(said)
    return response


Json = dict[str, Any]
