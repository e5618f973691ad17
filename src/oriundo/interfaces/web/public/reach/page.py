"""What the pages of this folder share: whose listing it is, and showing a form again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from oriundo.base.core.errors import OriundoError
from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.queries.public import resolve
from oriundo.interfaces.speech import say
from oriundo.interfaces.web.public.reach import guard

View = Callable[Concatenate[HttpRequest, Listing, ...], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a form was not taken, and which part of it that is about ("": the whole)."""

    sentence: str
    part: str = ""

    @property
    def status(self) -> int:
        return 422


def form(name: str) -> Callable[[View], Callable[[HttpRequest, str], HttpResponseBase]]:
    """A page with a form about a listing: found by its number, old or new, and never kept.

    Readers have no session and so nothing that a forged form could use; a cookie against forging
    would be the only one of the public pages. `guard` looks at what is sent.
    """

    def of_view(view: View) -> Callable[[HttpRequest, str], HttpResponseBase]:
        @csrf_exempt
        @never_cache
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def answered(request: HttpRequest, public_id: str) -> HttpResponseBase:
            listings = resolve(public_id).listings
            current = next((one for one in listings if one.public_id == public_id), None)
            if current is not None:
                return view(request, current)
            if not listings:
                raise Http404
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(reverse(f"reach:{name}", args=[listings[0].public_id]) + query)

        return answered

    return of_view


def show(
    request: HttpRequest,
    template: str,
    listing: Listing,
    *,
    purpose: str,
    wrong: Wrong | None = None,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    """A page with a form that is shown now; what was typed stands in it again."""
    shown = context | {
        "listing": listing,
        "wrong": wrong,
        "token": guard.token(f"{purpose}.{listing.public_id}"),
        "trap": guard.TRAP,
        "trapped": request.POST.get(guard.TRAP, ""),
    }
    return render(request, template, shown, status=status or (wrong.status if wrong else 200))


def refused(request: HttpRequest, listing: Listing, purpose: str) -> Wrong | None:
    """Why the guard does not take the form; None when it does."""
    sentence = guard.wrong(request, f"{purpose}.{listing.public_id}")
    return Wrong(sentence) if sentence else None


def told(error: OriundoError) -> str:
    """An error in the reader's language."""
    parts = (say(part, error.values) for part in (error.sentence, error.remedy) if part)
    return " ".join(parts)
