"""A person decides whether records are one organization, applies it, takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.actions import judge, take_back
from oriundo.collect.matching.models import Judgment
from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.actions.merge import merge, undo_merge
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.actions.split import undo_split
from oriundo.domain.directory.models import FormerId, Organization
from oriundo.domain.directory.queries.judging import Asked, in_force, of_one_act
from oriundo.domain.directory.queries.prospects import heir
from oriundo.domain.directory.queries.succession import held_by, holders, root
from oriundo.domain.directory.rules import Answer, may_judge, may_take_back


class JudgedMeanwhile(OriundoError):
    """Somebody judged the pair after it was shown; nothing was written. `judgment`: their word."""

    def __init__(self, judgment: Judgment | None) -> None:
        self.judgment = judgment
        super().__init__(
            gettext_noop("Somebody decided on this pair while you were looking at it."),
            remedy=gettext_noop("Look at what they said. Your own word is not lost: say it again."),
        )


def decide(*, asked: Asked, verdict: str, why: str, by: User, at: datetime) -> Judgment:
    """Keep a person's word on two records. It holds from the next rebuild on, or once applied.

    JudgedMeanwhile when another word holds than the one that was shown.
    """
    _require(may_judge(by, asked.rows))
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        _must_be_as_seen(asked)
        return judge(left=asked.left, right=asked.right, verdict=verdict, why=why, by=by, at=at)


def decide_all(
    *, asked: Sequence[Asked], verdict: str, why: str, by: User, at: datetime
) -> Judgment:
    """Keep one word on several pairs of records, all or none; returns the first of them."""
    for one in asked:
        _require(may_judge(by, one.rows))
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        for one in asked:
            _must_be_as_seen(one)
        words = [
            judge(left=one.left, right=one.right, verdict=verdict, why=why, by=by, at=at)
            for one in asked
        ]
    return words[0]


def apply(*, judgment: Judgment, by: User, at: datetime) -> list[Organization]:
    """Merge now what an act said is the same; returns the organizations that were written.

    Records that are in no organization yet, and words that something is different, have nothing
    to apply: the next rebuild heeds them. Contradicted and NotAllowed leave all as it was.
    """
    written: dict[int, Organization] = {}
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        for word in of_one_act(judgment).filter(verdict=Judgment.Verdict.SAME):
            of_key = holders([word.left, word.right])
            concerned = {o.pk: o for o in of_key.values()}
            if len(concerned) < 2:
                continue
            into = heir(concerned.values())
            other = next(o for o in concerned.values() if o != into)
            merged = merge(into=into, other=other, by=by, why=word.why, at=at)
            written[merged.pk] = merged
            written.pop(other.pk, None)
    return list(written.values())


def undo(*, judgment: Judgment, by: User, at: datetime) -> list[Organization]:
    """Take back an act: its words, and the merge or the split that followed from it.

    What it had replaced holds again. A merge that somebody else's word also asks for stays.
    Returns the organizations that have their own identifier again, or that are whole again.
    """
    _require(may_take_back(by, judgment))
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        words = list(of_one_act(judgment))
        if not words:
            raise JudgedMeanwhile(in_force(judgment.left, judgment.right))
        take_back(words, by=by, at=at)
        restored = _unsplit(words, by, at)
        for word in words:
            if word.verdict == Judgment.Verdict.SAME:
                restored += _unmerge(word, by, at)
    return restored


def _unmerge(word: Judgment, by: User, at: datetime) -> list[Organization]:
    """Undo the merge that joined the two records of a word, if one did and no other word asks."""
    of_key = holders([word.left, word.right])
    if len(of_key) < 2 or len({o.pk for o in of_key.values()}) > 1:
        return []
    whole = of_key[word.left]
    for former in _merges_into(whole):
        mine = {(source, record_id) for source, record_id in former.records}
        theirs = set(held_by(whole)) - mine
        if (word.left in mine) == (word.right in mine) or _still_asked(former, mine, theirs):
            continue
        other = Organization.objects.get(public_id=former.public_id)
        return [undo_merge(other=other, by=by, at=at)]
    return []


def _merges_into(whole: Organization) -> list[FormerId]:
    """The merges that an organization is made of, the latest first."""
    merged = FormerId.objects.filter(reason=FormerId.Reason.MERGED)
    of = merged.select_related("organization__merged_into").order_by("-at", "-pk")
    return [former for former in of if root(former.organization) == whole]


def _still_asked(former: FormerId, mine: set[RecordKey], theirs: set[RecordKey]) -> bool:
    """A word that is not of the merge itself says that the two sides are one."""
    same = Judgment.objects.in_force().filter(verdict=Judgment.Verdict.SAME)
    return any(
        {word.left, word.right} & mine and {word.left, word.right} & theirs
        for word in same.exclude(at=former.at)
    )


def _unsplit(words: Sequence[Judgment], by: User, at: datetime) -> list[Organization]:
    """Undo the split that was made in the very moment of the act, if one was."""
    parted = FormerId.objects.filter(reason=FormerId.Reason.SPLIT, at=words[0].at)
    keys = {key for word in words for key in (word.left, word.right)}
    concerned = {o.pk for o in holders(keys).values()}
    return [
        undo_split(new=former.organization, by=by, at=at)
        for former in parted.select_related("organization")
        if former.organization_id in concerned
    ]


def _must_be_as_seen(asked: Asked) -> None:
    now = in_force(asked.left, asked.right)
    if _pk(now) != asked.seen:
        raise JudgedMeanwhile(now)


def _pk(judgment: Judgment | None) -> int:
    return judgment.pk if judgment else 0


def _require(answer: Answer) -> None:
    allowed, reason = answer
    if not allowed:
        raise NotAllowed(reason)
