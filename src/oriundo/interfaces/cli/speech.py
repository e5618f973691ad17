"""How the command speaks: the reader's language, errors as sentences, progress on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import Any

import click
from django.utils import translation
from django.utils.translation import gettext

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.interfaces.speech import say

LANGUAGES = ("es", "en")
UNUSABLE_PATH = gettext_noop(
    "%(file)s cannot be read or written: %(why)s. Check that it exists and that you may."
)


class Speaking(click.Group):
    """A group that says an OriundoError as a sentence and its remedy, and exits with 1."""

    def invoke(self, ctx: click.Context) -> Any:
        translation.activate(language(os.environ))
        try:
            return super().invoke(ctx)
        except OriundoError as error:
            raise click.ClickException(told(error)) from error
        except BrokenPipeError:
            # Whoever read has read enough, as `head` does: click ends without a word.
            raise
        except OSError as error:
            # A full disk, a folder that may not be written: the system's own words say which.
            values = {"file": error.filename or "?", "why": error.strerror or str(error)}
            raise click.ClickException(say(UNUSABLE_PATH, values)) from error


def language(environment: Mapping[str, str]) -> str:
    """The language of ORIUNDO_LANGUAGE, else of the terminal's locale, else English."""
    for name in ("ORIUNDO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def told(error: OriundoError) -> str:
    """An error in the reader's language: what is wrong, where, what to do."""
    return " ".join(say(part, error.values) for part in (error.sentence, error.remedy) if part)


class Progress:
    """One line per stage on stderr, with a bar on a terminal; silent when `quiet`."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()
        self._stage = ""

    def __call__(self, stage: str, done: float) -> None:
        """`done` runs from 0 to 1 within a stage."""
        if self._quiet:
            return
        if self._terminal:
            filled = round(done * 30)
            bar = "█" * filled + "░" * (30 - filled)
            end = "\n" if done >= 1 else ""
            click.echo(f"\r{bar} {gettext(stage)[:40]:<40}{end}", nl=False, err=True)
        elif stage != self._stage:
            click.echo(f"{gettext(stage)} …", err=True)
        self._stage = stage


def report(summary: Mapping[str, Any], *, as_json: bool) -> None:
    """The answer on stdout: aligned lines in the reader's language, or one JSON object."""
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False))
        return
    lines = {in_words(name): value for name, value in summary.items()}
    width = max(map(len, lines), default=0)
    for name, value in lines.items():
        click.echo(f"{name:<{width}}  {_plainly(value)}")


def in_words(counter: str) -> str:
    """A counter in the reader's language; what stands behind a colon is said apart."""
    return ": ".join(gettext(part) for part in counter.split(": "))


def _plainly(value: object) -> object:
    return {True: gettext("yes"), False: gettext("no")}[value] if isinstance(value, bool) else value
