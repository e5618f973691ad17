"""Building the atlas in a process of its own, so that one that answers readers goes on doing so."""

from __future__ import annotations

import logging
import multiprocessing
from multiprocessing.process import BaseProcess

import django
from django.db import connection

_log = logging.getLogger(__name__)


def start_building() -> BaseProcess:
    """A process that brings the atlas up to date; it ends with this one."""
    # Not a copy of this process, whose threads may hold locks that a copy would wait for.
    context = multiprocessing.get_context("spawn")
    process = context.Process(
        target=_build, args=(str(connection.settings_dict["NAME"]),), daemon=True
    )
    process.start()
    return process


def _build(database: str) -> None:
    django.setup()
    # They are models, which need the line above.
    from oriundo.insight.atlas.actions import refresh  # noqa: PLC0415
    from oriundo.insight.atlas.generations import Busy  # noqa: PLC0415

    connection.settings_dict["NAME"] = database
    try:
        refresh(wait=False)
    except Busy:
        _log.info("atlas: another process is building it")
