"""The atlas in use: opened once per process, looked after by whoever asks for it.

A small directory is brought up to date while the reader waits, which takes milliseconds. A large
one is brought up to date behind, by one thread of each process, and building anew by a process of
its own; meanwhile the former answers.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from subprocess import TimeoutExpired

from django.conf import settings
from django.db import DatabaseError, connection

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas import files
from oriundo.insight.atlas.actions import advance, belongs, is_due, refresh
from oriundo.insight.atlas.apart import start_building
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.generations import Busy, Damaged, Generation, Store, held

_log = logging.getLogger(__name__)
SMALL = 20_000
"""Up to so many listings, whoever asks waits for the atlas to be brought up to date."""

_WHOLE_AT_ONCE = 32 << 20
_TRIES = 3
_PAUSE = 10.0


class AtlasNotReady(OriundoError):
    """The first atlas of a large directory is being built."""


def atlas() -> Atlas:
    """The published directory, at most ATLAS_SECONDS and the time of bringing it up to date behind
    the database. Raises AtlasNotReady while the first one of a large directory is built."""
    folder = Path(settings.ATLAS)
    with _guard:
        keeper = _keepers.setdefault(folder, _Keeper(Store(folder)))
    return keeper.atlas()


@dataclass(frozen=True, slots=True)
class _Kept:
    generation: Generation
    atlas: Atlas


class _Keeper:
    """What one process knows of the atlas in one folder."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: _Kept | None = None
        self._stamp: object = None
        self._next_look = 0.0
        self._checked = ""
        self._thread: threading.Thread | None = None
        self._rests_until = 0.0

    def atlas(self) -> Atlas:
        kept = self._kept
        if kept and time.monotonic() < self._next_look:
            return kept.atlas
        # One looks; the others need not wait for it, unless there is nothing to show yet.
        if kept and self._lock.locked():
            return kept.atlas
        with self._lock:
            return self._looked()

    def _looked(self) -> Atlas:
        is_sound = self._reopen()
        if self._kept is None or not is_sound or is_due(self._kept.generation.manifest):
            self._renew()
        elif self._checked != self._kept.generation.name:
            self._attend_behind()
        if self._kept is None:
            raise AtlasNotReady(
                gettext_noop("The directory is being prepared."),
                remedy=gettext_noop("Try again in a minute or two."),
            )
        self._next_look = time.monotonic() + settings.ATLAS_SECONDS
        return self._kept.atlas

    def _renew(self) -> None:
        if self._kept and not belongs(self._kept.generation.manifest):
            _log.warning("atlas: it is of another database; it is built anew")
            self._kept = None
        if self._is_large():
            self._attend_behind()
            return
        refresh()
        self._reopen()

    def _is_large(self) -> bool:
        if self._kept and self._kept.generation.manifest.organizations > SMALL:
            return True
        return Listing.objects.all()[: SMALL + 1].count() > SMALL

    def _reopen(self) -> bool:
        """Open the generation in use if it is another than before; whether that is possible. Else
        the one before stays, or the newest that can be opened takes its place."""
        stamp = self._store.stamp()
        if self._kept and stamp == self._stamp and stamp:
            return True
        for _ in range(_TRIES):
            self._stamp = self._store.stamp()
            name = self._store.current()
            if name is None:
                break
            with suppress(Damaged, FileNotFoundError):
                self._kept = self._opened(self._store.read(name))
                return True
        self._stamp = None
        if self._kept is None:
            self._open_former()
        return False

    def _open_former(self) -> None:
        for generation in self._store.standing(whole=True):
            if belongs(generation.manifest):
                with suppress(Damaged, FileNotFoundError):
                    self._kept = self._opened(generation)
                    return

    def _opened(self, generation: Generation) -> _Kept:
        if generation.manifest.size <= _WHOLE_AT_ONCE:
            self._store.read(generation.name, whole=True)
            self._checked = generation.name
        told = asdict(generation.manifest)
        try:
            return _Kept(generation, files.opened(generation.folder, told))
        except FileNotFoundError:
            raise
        except Exception as error:
            # Nobody knows what damage makes of a file.
            raise Damaged(f"{generation.name}: {error}") from error

    # --- Behind the requests ---

    def _attend_behind(self) -> None:
        if (self._thread and self._thread.is_alive()) or time.monotonic() < self._rests_until:
            return
        self._thread = threading.Thread(target=self._attend, name="atlas", daemon=True)
        self._thread.start()

    def _attend(self) -> None:
        try:
            self._check()
            if advance() is None:
                self._build_apart()
        except (Busy, OSError, DatabaseError) as error:
            _log.error("atlas: not brought up to date, will try again: %s", error)
            self._rests_until = time.monotonic() + _PAUSE
        finally:
            connection.close()

    def _check(self) -> None:
        """Read the checksums of a large generation, once."""
        kept = self._kept
        if kept is None or kept.generation.name == self._checked:
            return
        name = kept.generation.name
        try:
            self._store.read(name, whole=True)
        except Damaged as damaged:
            if self._store.current() != name:
                return
            _log.error("atlas: %s is damaged", damaged)
            with held(self._store.swapping):
                self._store.condemn(name)
        self._checked = name

    def _build_apart(self) -> None:
        """Have it built, and what is published meanwhile put into the one that stands."""
        _log.warning("atlas: it is built anew")
        process = start_building()
        while process.poll() is None:
            with suppress(TimeoutExpired):
                process.wait(settings.ATLAS_SECONDS or 1)
            advance()
        # Another process may be at it: there is nothing to do but to look again later.
        self._rests_until = time.monotonic() + _PAUSE


_keepers: dict[Path, _Keeper] = {}
_guard = threading.Lock()


def _forget() -> None:
    """A copy of a process has none of its threads, and nobody who would let go of its locks."""
    global _guard
    _keepers.clear()
    _guard = threading.Lock()


os.register_at_fork(after_in_child=_forget)
