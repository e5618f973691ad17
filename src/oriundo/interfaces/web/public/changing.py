"""What appeared in the directory, changed or went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oriundo.domain.directory.models import Change, Listing
from oriundo.domain.directory.queries.public import changes

PAGE_SIZE = 100
KINDS = {
    Change.Kind.PUBLISHED: _("Published"),
    Change.Kind.CHANGED: _("Changed"),
    Change.Kind.WITHDRAWN: _("Withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One change. `name` is "" when the organization is no longer public: its number is all."""

    kind: str
    name: str
    public_id: str
    address: str


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    lines: tuple[Line, ...]


@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    pages = Paginator(changes(), PAGE_SIZE)
    page = pages.get_page(request.GET.get("page", "1"))
    elided = pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    context = {
        "days": tuple(_days(page.object_list)),
        "page": page,
        "previous": f"?page={page.number - 1}",
        "next": f"?page={page.number + 1}",
        "pages": [(n, f"?page={n}" if isinstance(n, int) else "") for n in elided],
    }
    return render(request, "public/changes.html", context)


def _days(some: Iterable[Change]) -> Iterator[Day]:
    found = list(some)
    names = dict(
        Listing.objects.filter(public_id__in={one.public_id for one in found}).values_list(
            "public_id", "name"
        )
    )
    for on, of_day in groupby(found, key=lambda one: timezone.localtime(one.at).date()):
        latest: dict[str, Change] = {}
        for one in of_day:
            latest.setdefault(one.public_id, one)
        yield Day(on, tuple(_line(one, names) for one in latest.values()))


def _line(one: Change, names: dict[str, str]) -> Line:
    name = names.get(one.public_id, "")
    where = reverse("public:organization", args=[one.public_id]) if name else ""
    return Line(str(KINDS[Change.Kind(one.kind)]), name, one.public_id, where)
