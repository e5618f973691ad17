"""The page of a pair, and what stands on every page of the queue."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from oriundo.base.accounts.models import User
from oriundo.collect.matching.models import Judgment, Pair
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Record
from oriundo.domain.directory.queries import groups, judging
from oriundo.domain.directory.queries.groups import Group, Member
from oriundo.domain.directory.rules import may_edit, may_see_contacts, within
from oriundo.interfaces.web.desk import address, outcomes, said, sides, walking, weights
from oriundo.interfaces.web.desk.address import Place
from oriundo.interfaces.web.desk.gate import DeskRequest


def pair_of(user: User, pk: int) -> Pair:
    """A pair that the user may see; 404 for one that is not there or not theirs."""
    rows = Pair.objects.select_related("left__release__source", "right__release__source")
    found = within(user, rows).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def show(
    request: DeskRequest, pair: Pair, *, why: str = "", wrong: str = "", status: int = 200
) -> HttpResponseBase:
    """The page of a pair. `wrong`: why what was just said was not kept; `why`: what was typed."""
    place = address.read(request.GET)
    group = groups.group_of(request.user, pair)
    ends = [m for m in group.members if m.draft.key in (key(pair.left), key(pair.right))]
    if len(ends) < 2:  # a source does not hold the record any more
        return redirect(place.of_queue())
    context = {
        "place": place,
        "pair": pair,
        "why": why,
        "wrong": wrong,
        "here": place.query(),
        **_compared(request.user, pair, group, ends),
        **_around(request.user, pair, group, place),
        **day(request),
    }
    return render(request, "desk/pair.html", context, status=status)


def _compared(user: User, pair: Pair, group: Group, ends: list[Member]) -> dict[str, object]:
    """The records side by side, the reasons, and what each choice would change."""
    entitled = [may_see_contacts(user, member.organization)[0] for member in group.members]
    compared = sides.sides(group.members, entitled)
    hidden = sides.mask(compared)
    left, right = ends
    return {
        "sides": compared,
        "lines": sides.lines(compared),
        "waterfall": weights.waterfall(
            pair.reasons, pair.probability, lambda values: sides.masked(values, hidden)
        ),
        "outcomes": outcomes.by_choice(left, right, contacts=all(entitled[:2]), at=timezone.now()),
    }


def _around(user: User, pair: Pair, group: Group, place: Place) -> dict[str, object]:
    """The rest of the group, what was said before, and the pairs before and after."""
    letters = dict(zip([m.draft.key for m in group.members], sides.LETTERS, strict=False))
    held = judging.asked_of((m.draft.key, m.record.pk) for m in group.members)
    word = judging.in_force(key(pair.left), key(pair.right))
    before, after = judging.neighbors(place.pairs(user), pair)
    return {
        "others": _others(group, pair, letters, place),
        "parts": _may_part(user, group),
        "more": group.more,
        "word": word,
        "seen": word.pk if word else 0,
        "all_seen": ",".join(str(one.seen) for one in held if one.seen),
        "history": said.history(judging.history(key(pair.left), key(pair.right)), user),
        "left": judging.waiting(user, place.chosen).count(),
        "before": place.of_pair(before.pk) if before else "",
        "after": place.of_pair(after.pk) if after else "",
    }


def _others(
    group: Group, pair: Pair, letters: dict[RecordKey, str], place: Place
) -> list[tuple[str, str, str, str]]:
    """The other waiting pairs of a group: two letters, the address of the page, the odds."""
    told = []
    for other in group.pairs:
        ends = (key(other.left), key(other.right))
        if other.pk != pair.pk and all(end in letters for end in ends):
            left, right = sorted(letters[end] for end in ends)
            odds = weights.in_words(other.probability)
            told.append((left, right, place.of_pair(other.pk), odds))
    return sorted(told)


def _may_part(user: User, group: Group) -> bool:
    """Two members are of one organization, which the user may edit."""
    held = [m.organization for m in group.members if m.organization]
    shared = {o.pk: o for o in held if held.count(o) > 1}
    return any(may_edit(user, organization)[0] for organization in shared.values())


def day(request: DeskRequest) -> dict[str, object]:
    """What stands on every page of the queue: progress, and the last decision with its undoing."""
    user, place = request.user, address.read(request.GET)
    last = judging.last_acts(user, limit=1)
    return {
        "today": judging.acts_since(user, _midnight()),
        "behind": len(walking.skipped(request)),
        "last": next(iter(said.acts(last)), None),
        "just": bool(last) and last[0].pk == address.number(request.GET, "did"),
        "undone": _was_undone(user, address.number(request.GET, "undone")),
        "refused": request.session.pop("refused", ""),
        "back": request.path + place.query(),
    }


def _was_undone(user: User, pk: int) -> bool:
    """What the address says was taken back is of this user, and was."""
    return bool(pk) and Judgment.objects.filter(pk=pk, by=user).exclude(retracted_at=None).exists()


def _midnight() -> datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def key(record: Record) -> RecordKey:
    """Source and id of a record whose source is at hand."""
    return (record.release.source.slug, record.record_id)
