"""How often one address may ask: a bucket of tokens that fills again with time.

Kept in the memory of each process, under a hash with a key that ends with the process: nobody can
read from it who asked.
"""

from __future__ import annotations

import math
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from oriundo.base.accounts.senders import came_from
from oriundo.interfaces.api.problems import Problem

_KEY = secrets.token_bytes(32)
_MOST = 50_000


class Buckets:
    """`per_minute` requests in the long run, `burst` at once. Full buckets are forgotten."""

    def __init__(
        self, per_minute: int, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = per_minute / 60
        self._burst = max(1, burst)
        self._clock = clock
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, who: bytes, cost: int = 1) -> int:
        """Take `cost` tokens. 0 when there were enough, else the seconds until there will be."""
        now = self._clock()
        cost = min(cost, self._burst)
        with self._lock:
            left, at = self._left.pop(who, (float(self._burst), now))
            left = min(self._burst, left + (now - at) * self._rate)
            enough = left >= cost
            self._left[who] = (left - cost if enough else left, now)
            while len(self._left) > _MOST:
                self._left.popitem(last=False)
        return 0 if enough else max(1, math.ceil((cost - left) / self._rate))


_kept: dict[tuple[int, int], Buckets] = {}


def limit(request: HttpRequest, cost: int) -> None:
    """Raise Problem (429) for an address that has asked too often. No limit: API_RATE is 0."""
    if not settings.API_RATE:
        return
    named = (settings.API_RATE, settings.API_BURST)
    buckets = _kept.setdefault(named, Buckets(*named))
    seconds = buckets.wait(_hashed(came_from(request)), cost)
    if seconds:
        raise Problem(
            429,
            _("More than %(rate)s requests a minute came from your address.")
            % {"rate": settings.API_RATE},
            remedy=_(
                "Wait %(seconds)s seconds. For everything at once, take the file of the whole "
                "directory instead."
            )
            % {"seconds": seconds},
            headers={"Retry-After": str(seconds)},
        )


def _hashed(address: str) -> bytes:
    return blake2b(address.encode(), key=_KEY, digest_size=16).digest()
