"""Bringing the atlas up to date with the database, which alone is the truth.

What is missing, damaged, of another format or of another database is built anew; else what changed
is put into a new generation. A process that dies on the way leaves the former one in use.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.utils import timezone

from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.models import Change, Listing
from oriundo.insight.atlas import building, files
from oriundo.insight.atlas.generations import (
    Ahead,
    Busy,
    Damaged,
    Generation,
    Manifest,
    Mark,
    Store,
    held,
)
from oriundo.insight.atlas.generations.checking import damages, shared, sums
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Row

Progress = Callable[[str, float], None]
Did = Literal["nothing", "advanced", "built"]
STAGE = gettext_noop("Building the atlas")

_log = logging.getLogger(__name__)
# So many changes, and so large a part of the whole, are not put into a standing generation:
# building anew takes less time then.
_MANY, _LARGE_PART = 20_000, 0.2


@dataclass(frozen=True, slots=True)
class State:
    """What `refresh` did, and the generation that is in use now."""

    did: Did
    generation: Generation


def store() -> Store:
    """Where this installation keeps its atlas."""
    return Store(Path(settings.ATLAS))


def refresh(progress: Progress | None = None, *, anew: bool = False, wait: bool = True) -> State:
    """Bring the atlas up to date. `anew`: build all of it, whatever stands.

    Where one process builds, which takes long, the others go on putting what is published
    meanwhile into the standing generation. Raises Busy when there is none, another process is
    building the first one, and this one is not to `wait`.
    """
    here = store()
    done = advance()
    if done and not anew:
        return done
    try:
        with held(here.building, wait=wait):
            # Another one may have built while this one waited.
            done = None if anew else advance()
            return done or _built(here, progress or _silent)
    except Busy:
        standing = _usable(here)
        if standing is None:
            raise
        return State("advanced", standing)


def rewrite(progress: Progress | None = None) -> State:
    """Build all of it anew and keep none before it: something that was public is to be nowhere.

    What is taken out of a generation otherwise stays in its files, unread, for two more of them.
    """
    done = refresh(progress, anew=True)
    here = store()
    with held(here.swapping):
        here.keep_only_current()
    return done


def advance() -> State | None:
    """Put what changed into the standing generation; None when it takes building anew: there is
    none, or very many changes wait. Of these, withdrawals are put in at once, and so is all that
    is published from now on."""
    here = store()
    with held(here.swapping):
        standing = _usable(here)
        if standing is None:
            return None
        if _too_many(standing):
            _hurried(here, standing)
            return None
        return _advanced(here, standing)


def is_due(manifest: Manifest) -> bool:
    """Whether the database says something that a generation does not."""
    last = building.mark()
    if not last.number:
        # Nothing was published yet, or all of it by a version that kept no changes.
        return manifest.organizations != Listing.objects.count()
    return last != manifest.mark


def belongs(manifest: Manifest) -> bool:
    """Whether a generation was made from this database."""
    return building.knows(manifest.mark) and (
        manifest.mark.number > 0 or manifest.organizations == Listing.objects.count()
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """The atlas beside the database: how many are listed, and held; how many of the former are
    missing from it, and of the latter left over; how many files are not what was written."""

    listed: int
    held: int
    missing: int
    left_over: int
    damaged: int

    @property
    def is_right(self) -> bool:
        return not (self.missing or self.left_over or self.damaged)


def standing() -> Generation | None:
    """The generation in use, or the newest that could be."""
    return _usable(store())


def check() -> Checked:
    """Compare the generation in use with what is listed. Changes nothing."""
    here = store()
    listed = set(Listing.objects.values_list("public_id", flat=True).iterator(10_000))
    name = here.current()
    try:
        generation = here.read(name or "")
    except Damaged:
        return Checked(len(listed), 0, len(listed), 0, 1)
    wrong = damages(generation.folder, generation.manifest.files, whole=True)
    if wrong:
        return Checked(len(listed), 0, len(listed), 0, len(wrong))
    inside = set(files.opened(generation.folder).ids(Question()))
    return Checked(len(listed), len(inside), len(listed - inside), len(inside - listed), 0)


def _usable(here: Store) -> Generation | None:
    """The newest whole generation of this database."""
    name = here.current()
    for generation in here.standing(whole=True):
        if not belongs(generation.manifest):
            continue
        if generation.name != name:
            _log.warning("atlas: %s cannot be used; going on from %s", name, generation.name)
        return generation
    return None


def _too_many(standing: Generation) -> bool:
    manifest = standing.manifest
    after = Change.objects.filter(pk__gt=manifest.mark.number)
    waiting = after[: _MANY + 1].count()
    if waiting <= _MANY:
        return False
    return after.values("public_id").distinct().count() > _LARGE_PART * manifest.organizations


def _advanced(here: Store, standing: Generation) -> State:
    """The standing generation with all changes since; itself when there are none."""
    last = building.mark()
    if last == standing.manifest.mark:
        if here.current() != standing.name:
            here.point(standing)
        return State("nothing", standing)
    draft, manifest = _with_changes(here.draft("swapping"), standing, last)
    return State("advanced", _in_use(here, draft, manifest))


def _with_changes(draft: Path, standing: Generation, last: Mark) -> tuple[Path, Manifest]:
    about = building.changed(standing.manifest.mark.number, last.number)
    manifest = _put(draft, standing, about, building.of(about))
    return draft, replace(manifest, mark=last, ahead=None)


def _hurried(here: Store, standing: Generation) -> None:
    """While very many changes wait: all withdrawals, then whatever came after they were noticed."""
    manifest, last = standing.manifest, building.mark()
    ahead = manifest.ahead
    if ahead and ahead.upto == last.number:
        return
    if ahead:
        gone = building.changed(ahead.upto, last.number)
        new: Iterable[Row] = building.of(gone)
    else:
        gone, new = building.withdrawn(manifest.mark.number, last.number), ()
        if len(gone) > Listing.objects.count():
            # Building what is left takes less time.
            return
    draft = here.draft("swapping")
    made = _put(draft, standing, gone, new)
    since = ahead.since if ahead else last.number
    _in_use(here, draft, replace(made, ahead=Ahead(since, last.number)))


def _put(draft: Path, standing: Generation, gone: Collection[str], new: Iterable[Row]) -> Manifest:
    before = standing.manifest
    numbered = list(enumerate(new, start=before.serials))
    organizations = files.advance(standing.folder, draft, gone, numbered)
    return replace(
        before,
        organizations=organizations,
        serials=before.serials + len(numbered),
        built_at=timezone.now().isoformat(),
        files=sums(draft, shared(standing.folder, before.files)),
    )


def _built(here: Store, progress: Progress) -> State:
    """All of it anew, and what changed meanwhile, put into use."""
    draft = here.draft("building")
    with building.at_one_moment():
        last, total = building.mark(), Listing.objects.count()
        rows = _telling(building.everything(), total, progress)
        organizations = files.write(draft, enumerate(rows), many=total > _MANY)
    manifest = Manifest(
        organizations=organizations,
        serials=organizations,
        mark=last,
        built_at=timezone.now().isoformat(),
        files=sums(draft),
    )
    with held(here.swapping):
        # What was published meanwhile is in it before anybody sees it.
        state = _advanced(here, here.finish(draft, manifest))
    progress(STAGE, 1.0)
    _log.info("atlas: built anew, %d organizations", state.generation.manifest.organizations)
    return State("built", state.generation)


def _in_use(here: Store, draft: Path, manifest: Manifest) -> Generation:
    generation = here.finish(draft, manifest)
    here.point(generation)
    return generation


def _telling(rows: Iterable[Row], total: int, progress: Progress) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number % 5_000 == 0:
            progress(STAGE, 0.7 * number / max(total, 1))
        yield row


def _silent(stage: str, done: float) -> None: ...
