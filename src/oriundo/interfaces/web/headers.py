"""Headers that stand on every answer, beside those of Django and of the security policy."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase

# Every power of a browser that a page could ask for and that a directory never needs.
_POWERS = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection",
    "local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip

HEADERS = {
    "Permissions-Policy": ", ".join(f"{power}=()" for power in _POWERS),
    "Cross-Origin-Resource-Policy": "same-origin",
}

_WITH_GEOLOCATION = HEADERS["Permissions-Policy"].replace("geolocation=()", "geolocation=(self)")
View = Callable[..., HttpResponseBase]


def allowing_geolocation(view: View) -> View:
    """For the one page whose reader may ask what is near: the browser still asks the reader."""

    @wraps(view)
    def allowed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        answer.headers["Permissions-Policy"] = _WITH_GEOLOCATION
        return answer

    return allowed


class SafeHeaders:
    """Adds `HEADERS` to every response, except where a view has set one itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
