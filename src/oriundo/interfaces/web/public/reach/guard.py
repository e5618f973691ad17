"""Keeping programs from sending forms, without asking a person to prove anything.

No cookie, no picture to read, no script: a moment that was signed when the form was shown, a field
that nobody sees and only programs fill in, and the browser's word that the form is ours.
"""

from __future__ import annotations

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest
from django.utils.translation import gettext

TRAP = "homepage"
# Seconds.
LEAST = 3
MOST = 24 * 60 * 60


def token(purpose: str) -> str:
    """Signs that the form for `purpose` is shown now."""
    return _signer(purpose).sign("shown")


def wrong(request: HttpRequest, purpose: str) -> str:
    """Why a form is not taken as it was sent; "" when it is. What was typed is not lost."""
    if request.POST.get(TRAP, ""):
        return gettext(
            "A field that is hidden was filled in. Empty the last field, which says so, and send"
            " again."
        )
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return gettext("The form was sent from another page. Send it from here.")
    try:
        _signer(purpose).unsign(request.POST.get("token", ""), max_age=MOST)
    except SignatureExpired:
        return gettext("The form was open for a day or more. Look it over and send it again.")
    except BadSignature:
        return gettext("The form was not complete. Look it over and send it again.")
    if _too_quick(request, purpose):
        return gettext("That was quicker than anybody writes. Look it over and send it again.")
    return ""


def _too_quick(request: HttpRequest, purpose: str) -> bool:
    if LEAST <= 0:
        return False
    try:
        _signer(purpose).unsign(request.POST.get("token", ""), max_age=LEAST)
    except SignatureExpired:
        return False
    return True


def _signer(purpose: str) -> TimestampSigner:
    return TimestampSigner(salt=f"oriundo.form.{purpose}")
