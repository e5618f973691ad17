"""Engines by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.engines.engine import Engine
from oriundo.collect.matching.engines.local import Local
from oriundo.collect.matching.engines.missing import must_run

LOCAL, SPARK = ENGINES = ("local", "spark")


class UnknownEngine(OriundoError):
    """No engine has this name."""


@contextmanager
def opened(name: str) -> Iterator[Engine]:
    """The engine of this name, ready to work until the block ends.

    Raises UnknownEngine, and EngineMissing when what it needs is not installed.
    """
    if name == LOCAL:
        yield Local()
    elif name == SPARK:
        must_run()
        # Only now: pyspark is no part of the runtime.
        from oriundo.collect.matching.engines.spark import on_spark  # noqa: PLC0415

        with on_spark() as engine:
            yield engine
    else:
        raise UnknownEngine(
            gettext_noop("There is no engine “%(engine)s”."),
            remedy=gettext_noop("Choose one of: %(choices)s."),
            values={"engine": name, "choices": ", ".join(ENGINES)},
        )
