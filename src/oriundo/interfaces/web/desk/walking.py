"""The way through the queue: which pair comes next, and those put behind for this sitting."""

from __future__ import annotations

from oriundo.collect.matching.models import Judgment, Pair
from oriundo.domain.directory.queries.judging import neighbors
from oriundo.interfaces.web.desk.address import Place
from oriundo.interfaces.web.desk.gate import DeskRequest

# So many are remembered; who skips more begins again at the top.
SKIPPED_LIMIT = 500


def skipped(request: DeskRequest) -> list[int]:
    """The pairs that were put behind the others, the last one last."""
    return list(request.session.get("skipped", []))


def put_behind(request: DeskRequest, pair: Pair) -> None:
    """Show a pair after all others for this sitting."""
    others = [pk for pk in skipped(request) if pk != pair.pk]
    request.session["skipped"] = [*others, pair.pk][-SKIPPED_LIMIT:]


def following(request: DeskRequest, place: Place, pair: Pair | None = None) -> Pair | None:
    """The pair to look at after `pair` (None: to begin with); None when none waits."""
    pairs = place.pairs(request.user)
    behind = skipped(request)
    ahead = pairs.exclude(pk__in=behind)
    after = neighbors(ahead, pair)[1] if pair else None
    if after or (after := ahead.first()):
        return after
    waiting = {found.pk: found for found in pairs.filter(pk__in=behind)}
    return next((waiting[pk] for pk in behind if pk in waiting), None)


def onward(request: DeskRequest, place: Place, pair: Pair, word: Judgment | None = None) -> str:
    """Where to go from a pair, saying what was just decided."""
    more = {"did": word.pk} if word else {}
    after = following(request, place, pair)
    return place.of_pair(after.pk, **more) if after else place.of_queue(**more)
