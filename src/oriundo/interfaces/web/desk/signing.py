"""Signing in and out. What is wrong is never said so that it tells which accounts exist."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from oriundo.base.accounts import attempts
from oriundo.base.accounts.models import User
from oriundo.base.accounts.senders import came_from
from oriundo.base.audit.actions import record as audit
from oriundo.interfaces.speech import say
from oriundo.interfaces.web.desk.gate import begin, unkept

_LONGEST = 254


@unkept
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponseBase:
    where = _inside(request.POST.get("next") or request.GET.get("next", ""), request)
    if request.method != "POST":
        return _page(request, where=where)
    email = request.POST.get("email", "").strip().lower()[:_LONGEST]
    try:
        user = _user(request, email)
    except attempts.TooManyAttempts as error:
        told = " ".join(say(part, error.values) for part in (error.sentence, error.remedy))
        return _page(request, where=where, email=email, wrong=told, status=429)
    if user is None:
        wrong = gettext("The address or the password is not right.")
        return _page(request, where=where, email=email, wrong=wrong)
    return redirect(where or resolve_url("desk:queue"))


@unkept
@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    user = request.user
    with transaction.atomic():
        logout(request)
        if not isinstance(user, AnonymousUser):
            _audit("user.signed_out", user)
    return redirect("desk:sign_in")


@sensitive_variables("password")
def _user(request: HttpRequest, email: str) -> User | None:
    """Whom address and password belong to, signed in; None when to nobody."""
    now = timezone.now()
    attempt = attempts.begin(email=email, address=came_from(request), at=now)
    password = request.POST.get("password", "")
    # PostgreSQL knows no NUL; an address that has one is nobody's.
    user = None if "\x00" in email else authenticate(request, username=email, password=password)
    if not isinstance(user, User):
        return None
    with transaction.atomic():
        attempts.succeed(attempt)
        login(request, user)
        begin(request)
        _audit("user.signed_in", user)
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return user


def _page(
    request: HttpRequest, *, where: str, email: str = "", wrong: str = "", status: int = 200
) -> HttpResponse:
    context = {"where": where, "email": email, "wrong": wrong}
    return render(request, "desk/sign_in.html", context, status=status)


def _inside(where: str, request: HttpRequest) -> str:
    """An address to go on to, if it is of this site."""
    allowed = url_has_allowed_host_and_scheme(
        where, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return where if allowed else ""


def _audit(verb: str, user: User) -> None:
    audit(at=timezone.now(), actor=f"user:{user.pk}", verb=verb, about=f"user:{user.pk}")
