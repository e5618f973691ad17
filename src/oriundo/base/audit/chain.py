"""The chain: how an entry's code covers it and all before it. Pure but for the key's home."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.utils.crypto import salted_hmac


def mac(
    *, previous: str, at: datetime, actor: str, verb: str, about: str, details: dict[str, Any]
) -> str:
    """HMAC-SHA-256 (hex) of an entry, keyed by the installation's secret, which no backup holds."""
    message = json.dumps(
        [previous, at.astimezone(UTC).isoformat(), actor, verb, about, details], sort_keys=True
    )
    return salted_hmac("oriundo.audit", message, algorithm="sha256").hexdigest()
