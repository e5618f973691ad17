"""How much one sender may send in a day, and how much one organization gets.

Limits are counted under a hash whose key changes at midnight (UTC); what was counted before is
deleted with the first sending of a day. Nothing is locked: tomorrow all is as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from ipaddress import ip_address, ip_network

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from oriundo.base.audit import turns
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.domain.reach.models import Spent

Limit = tuple[str, str]
"""(kind of limit, whose it is)"""

MOST: Mapping[str, int] = {
    "messages from a network": 6,
    "messages from an address": 6,
    "messages to an organization": 20,
    "messages in all": 1_000,
    "proposals from a network": 12,
    "proposals on an organization": 30,
    "letters to an organization": 2,
}


class TooMany(OriundoError):
    """A limit of the day is used up; nothing was counted."""


def spend(limits: list[Limit], *, at: datetime) -> None:
    """Count one use of each limit, or of none: raises TooMany when any is used up."""
    day = at.date()
    with transaction.atomic():
        turns.take(turns.SIGN_IN)
        Spent.objects.exclude(day=day).delete()
        digests = {_digest(limit, day): MOST[limit[0]] for limit in limits}
        used = dict(Spent.objects.filter(digest__in=digests).values_list("digest", "used"))
        if any(used.get(digest, 0) >= most for digest, most in digests.items()):
            raise TooMany(
                gettext_noop("Too much was sent from here, or to this organization, today."),
                remedy=gettext_noop("Nothing was sent or kept. Try again tomorrow."),
            )
        for digest in digests:
            Spent.objects.get_or_create(digest=digest, day=day)
        Spent.objects.filter(digest__in=digests).update(used=F("used") + 1)


def give_back(limits: list[Limit], *, at: datetime) -> None:
    """What was counted came to nothing."""
    digests = [_digest(limit, at.date()) for limit in limits]
    Spent.objects.filter(digest__in=digests, used__gt=0).update(used=F("used") - 1)


def network(address: str) -> str:
    """Where a request comes from: the address, or for IPv6 the network of one subscriber."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(parsed if parsed.version == 4 else ip_network((parsed, 64), strict=False))


def _digest(limit: Limit, day: date) -> str:
    kind, whose = limit
    salt = f"oriundo.reach.{day.isoformat()}.{kind}"
    return salted_hmac(salt, whose, algorithm="sha256").hexdigest()
