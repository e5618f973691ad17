"""Who passes to the desk: someone signed in, not idle for long, whose pages nobody keeps."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from oriundo.base.accounts.models import User

# Seconds: without a request, and in all.
IDLE = 30 * 60
LONGEST = 12 * 60 * 60
# How often the moment of the last request is written down, at most.
_NOTED = 60


class DeskRequest(HttpRequest):
    """A request of someone who is signed in."""

    user: User


View = Callable[Concatenate[DeskRequest, ...], HttpResponseBase]


def unkept(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Neither browser nor proxy keeps the page, and its forms may be sent.

    Under the site's policy (no-referrer) a browser names no origin with a form either, which the
    protection against forged forms refuses. Another site is told no more than before.
    """

    @never_cache
    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answered


def gate(view: View) -> Callable[..., HttpResponseBase]:
    """Only for those who are signed in; others are led to the page where one signs in."""

    @unkept
    @wraps(view)
    def gated(request: DeskRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not _present(request):
            logout(request)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "")
        return view(request, *args, **kwargs)

    return gated


def begin(request: HttpRequest) -> None:
    """Note that a sitting begins."""
    now = int(timezone.now().timestamp())
    request.session["since"] = request.session["seen"] = now


def _present(request: HttpRequest) -> bool:
    """Signed in, and neither idle nor here for too long. Notes the moment."""
    if not request.user.is_authenticated:
        return False
    now = int(timezone.now().timestamp())
    seen, since = request.session.get("seen", 0), request.session.get("since", 0)
    if now - seen > IDLE or now - since > LONGEST:
        return False
    if now - seen > _NOTED:
        request.session["seen"] = now
    return True
