"""Addresses in our letters: signed, so that only who reads the mailbox has them.

They are signed with the key of the register, which outlives SECRET_KEY: a letter may be old.
"""

from __future__ import annotations

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.urls import reverse


def address(request: HttpRequest, name: str, said: str) -> str:
    """The whole address of a page of ours that is told `said`."""
    return request.build_absolute_uri(reverse(f"reach:{name}", args=[_signer(name).sign(said)]))


def told(name: str, token: str) -> str:
    """What the address of a page was told; "" when it is not one of ours."""
    try:
        return _signer(name).unsign(token)
    except BadSignature:
        return ""


def _signer(name: str) -> Signer:
    first, *former = settings.SUPPRESSION_KEYS
    return Signer(key=first, fallback_keys=[*former], salt=f"oriundo.letter.{name}")
