"""What holds for every answer to a machine: language, limit, recognition, problems, headers.

Stands inside of LocaleMiddleware, so that problems are said in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from oriundo.insight.atlas.current import AtlasNotReady
from oriundo.interfaces.api.limits import limit
from oriundo.interfaces.api.problems import MEDIA_TYPE, Fault, Problem, failed
from oriundo.interfaces.api.snapshot import etag

PLACES = ("/api/", "/download/")
FILES = "/download/"
COST_OF_A_FILE = 10
# Within a minute everybody hears of what was withdrawn.
KEPT = "public, max-age=30"
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Gate:
    """Every request under PLACES, and every feed, goes through here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_for_machines(request.path_info):
            return self._get_response(request)
        try:
            answer = self._answer(request)
        except Problem as problem:
            answer = problem.response(request)
        except AtlasNotReady as error:
            answer = _not_ready(error).response(request)
        return _finished(answer)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A problem of a view that is not of django-ninja, which catches its own."""
        if not is_for_machines(request.path_info):
            return None
        if isinstance(error, AtlasNotReady):
            return _not_ready(error).response(request)
        return error.response(request) if isinstance(error, Problem) else None

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return _options(self._get_response(request))
        _speak(request)
        limit(request, COST_OF_A_FILE if request.path_info.startswith(FILES) else 1)
        if request.method not in ("GET", "HEAD"):
            return _told(request, self._get_response(request))
        known = etag(request)
        unchanged = get_conditional_response(request, etag=known)
        # “*” asks whether anything is there, which is not known yet.
        if unchanged is not None and request.headers.get("If-None-Match") != "*":
            return unchanged
        # Who asks for the head gets that of the whole answer; the server leaves out the rest.
        method, request.method = request.method, "GET"
        answer = _told(request, self._get_response(request))
        request.method = method
        if answer.status_code == 200:
            answer.headers.setdefault("ETag", known)
            answer.headers.setdefault("Cache-Control", KEPT)
        return answer


def _not_ready(error: AtlasNotReady) -> Problem:
    return failed(503, error, headers={"Retry-After": "60"})


def is_for_machines(path: str) -> bool:
    return path.startswith(PLACES) or path.endswith(".atom")


def _options(refused: HttpResponseBase) -> HttpResponse:
    """Which methods an address answers: those that it named in refusing this one."""
    methods = refused.headers.get("Allow", "GET").split(", ")
    allowed = dict.fromkeys([*methods, "HEAD", "OPTIONS"])
    return HttpResponse(status=204, headers=PREFLIGHT | {"Allow": ", ".join(allowed)})


def _speak(request: HttpRequest) -> None:
    """`lang` goes before what the client's settings say, so that a link can carry its language."""
    code = request.GET.get("lang", "")
    if code in dict(settings.LANGUAGES):
        translation.activate(code)
    elif "lang" in request.GET:
        fault = Fault(
            "lang",
            code,
            _("“%(name)s” cannot be “%(value)s”.") % {"name": "lang", "value": code[:100]},
            _("Write one of: %(values)s.") % {"values": "es, en"},
        )
        raise Problem(400, fault.detail, errors=[fault])


def _told(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """A failure that was answered by a page for people, told to a machine."""
    plain = answer.headers.get("Content-Type", "").partition(";")[0]
    if answer.status_code < 400 or plain == MEDIA_TYPE:
        return answer
    allowed = answer.headers.get("Allow")
    headers = {"Allow": allowed} if allowed else {}
    return Problem(answer.status_code, headers=headers).response(request)


def _finished(answer: HttpResponseBase) -> HttpResponseBase:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if answer.status_code >= 400:
        answer.headers.setdefault("Cache-Control", "no-store")
    else:
        answer.headers.setdefault("Cache-Control", KEPT)
    return answer
