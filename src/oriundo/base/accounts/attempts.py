"""Slowing down who guesses passwords, without locking out whom they guess at.

Wrong attempts are counted for an account *from one place*, so that nobody elsewhere can use them
up. What is counted over all places (one place trying many accounts, many places trying one
account) never stops someone who has signed in to the account from the same place before.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.db import transaction
from django.utils.crypto import salted_hmac

from oriundo.base.accounts.models import Attempt
from oriundo.base.audit import turns
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

SHORTLY = timedelta(minutes=15)
DAY = timedelta(days=1)
KNOWN = timedelta(days=30)
FROM_A_PLACE = 5
FROM_A_PLACE_FOR_ALL = 30
FROM_STRANGERS = 20


class TooManyAttempts(OriundoError):
    """The attempt was not looked at: too many wrong ones came before it."""


def begin(*, email: str, address: str, at: datetime) -> Attempt:
    """Count an attempt before the password is looked at; TooManyAttempts refuses it uncounted."""
    account, place = _code("account", email), _code("place", _network(address))
    with transaction.atomic():
        turns.take(turns.SIGN_IN)
        _forget(at)
        if _exhausted(account, place, at):
            raise TooManyAttempts(
                gettext_noop("Too many wrong attempts."),
                remedy=gettext_noop("Wait a quarter of an hour, then try again."),
            )
        return Attempt.objects.create(account=account, place=place, at=at)


def succeed(attempt: Attempt) -> None:
    """The password was right: the wrong ones before it, from there, are forgiven."""
    with transaction.atomic():
        same = Attempt.objects.filter(account=attempt.account, place=attempt.place)
        same.filter(succeeded=False).exclude(pk=attempt.pk).delete()
        Attempt.objects.filter(pk=attempt.pk).update(succeeded=True)


def _exhausted(account: str, place: str, at: datetime) -> bool:
    failed = Attempt.objects.filter(succeeded=False)
    recent = failed.filter(place=place, at__gt=at - SHORTLY)
    if recent.filter(account=account).count() >= FROM_A_PLACE:
        return True
    known = Attempt.objects.filter(account=account, succeeded=True).values("place")
    if known.filter(place=place).exists():
        return False
    of_strangers = failed.filter(account=account, at__gt=at - DAY).exclude(place__in=known)
    return recent.count() >= FROM_A_PLACE_FOR_ALL or of_strangers.count() >= FROM_STRANGERS


def _forget(at: datetime) -> None:
    Attempt.objects.filter(succeeded=False, at__lte=at - DAY).delete()
    Attempt.objects.filter(succeeded=True, at__lte=at - KNOWN).delete()


def _network(address: str) -> str:
    """Where an address is: itself, or for IPv6 the network that one subscriber has."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(parsed if parsed.version == 4 else ip_network((parsed, 64), strict=False))


def _code(kind: str, text: str) -> str:
    return salted_hmac(f"oriundo.attempts.{kind}", text, algorithm="sha256").hexdigest()
