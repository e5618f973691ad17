"""The desk answers a proposal: does what it asks or refuses, with a reason, and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.models import Suppression
from oriundo.domain.directory import actions as directory
from oriundo.domain.directory.actions import Correction
from oriundo.domain.directory.actions.keep import require_reason
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.corrections import DIASPORA, STATUS
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.prospects import heir
from oriundo.domain.directory.queries.succession import root
from oriundo.domain.reach.models import Proposal
from oriundo.domain.reach.rules import may_answer

Effect = dict[str, Any]
_GONE = gettext_noop("The organization is not listed any more.")


class AnsweredMeanwhile(OriundoError):
    """Somebody answered the proposal after it was shown; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop("Somebody answered this while you were looking at it."),
            remedy=gettext_noop("Look at what they said. You can take it back and answer anew."),
        )


def accept(*, proposal: Proposal, why: str, by: User, at: datetime) -> Proposal:
    """Do what a proposal asks, at once. `why`: everyone may read it.

    Raises NotAllowed, AnsweredMeanwhile, UnusableDecision, and what the deed itself raises.
    """
    require_reason(why)
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        waiting = _taken(proposal, by)
        waiting.effect = _DEEDS[waiting.kind](waiting, why, by, at)
        _answered(waiting, Proposal.State.ACCEPTED, why, by, at)
    return waiting


def refuse(*, proposal: Proposal, why: str, by: User, at: datetime) -> Proposal:
    """Leave all as it is, and say why."""
    require_reason(why)
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        waiting = _taken(proposal, by)
        _answered(waiting, Proposal.State.REFUSED, why, by, at)
    return waiting


def reopen(*, proposal: Proposal, by: User, at: datetime) -> Proposal:
    """Take an answer back with all that followed from it: the proposal waits again."""
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        found = _locked(proposal, by)
        if found.state == Proposal.State.WAITING:
            raise AnsweredMeanwhile
        if found.state == Proposal.State.ACCEPTED:
            _UNDONE[found.kind](found, by, at)
        found.state, found.answer, found.effect = Proposal.State.WAITING, "", {}
        found.by = found.answered_at = None
        found.save()
        _log(at, by, "proposal.reopened", found)
    return found


def _taken(proposal: Proposal, by: User) -> Proposal:
    found = _locked(proposal, by)
    if found.state != Proposal.State.WAITING:
        raise AnsweredMeanwhile
    return found


def _locked(proposal: Proposal, by: User) -> Proposal:
    found = Proposal.objects.select_for_update().get(pk=proposal.pk)
    allowed, reason = may_answer(by, found)
    if not allowed:
        raise NotAllowed(reason)
    return found


def _answered(proposal: Proposal, state: str, why: str, by: User, at: datetime) -> None:
    proposal.state, proposal.answer = state, why
    proposal.by, proposal.answered_at = by, at
    proposal.save()
    _log(at, by, f"proposal.{state}", proposal)


def _correct(proposal: Proposal, why: str, by: User, at: datetime) -> Effect:
    field, value = _ABOUT.get(proposal.kind, (proposal.field, proposal.value))
    done = directory.correct(
        organization=root(proposal.organization),
        field=field,
        value=value,
        instead_of=proposal.instead_of,
        why=why,
        by=by,
        at=at,
    )
    return {"record": done.record_id, "before": done.before}


def _join(proposal: Proposal, why: str, by: User, at: datetime) -> Effect:
    two = [root(proposal.organization), root(proposal.other or proposal.organization)]
    if two[0] == two[1]:
        return {}
    into = heir(two)
    other = next(one for one in two if one != into)
    directory.merge(into=into, other=other, by=by, why=why, at=at)
    return {"merged": other.pk}


def _take_out(proposal: Proposal, _why: str, by: User, at: datetime) -> Effect:
    organization = root(proposal.organization)
    reason = Suppression.Reason.DANGER if proposal.danger else Suppression.Reason.ASKED
    directory.suppress(organization=organization, reason=reason, by=by, at=at)
    proposal.why = ""
    others = Proposal.objects.filter(organization=organization).exclude(pk=proposal.pk)
    others.update(value="", instead_of="", why="", effect={})
    others.waiting().update(state=Proposal.State.REFUSED, answer=_GONE, by=by, answered_at=at)
    return {"number": organization.public_id}


def _uncorrect(proposal: Proposal, by: User, at: datetime) -> None:
    field, _ = _ABOUT.get(proposal.kind, (proposal.field, proposal.value))
    if not proposal.effect:
        raise OriundoError(
            gettext_noop("What was changed is not known any more, so it cannot be taken back."),
            remedy=gettext_noop("Propose the former value."),
        )
    directory.take_back_correction(
        organization=root(proposal.organization),
        field=field,
        correction=Correction(proposal.effect["record"], proposal.effect["before"]),
        by=by,
        at=at,
    )


def _part(proposal: Proposal, by: User, at: datetime) -> None:
    merged = proposal.effect.get("merged")
    if merged:
        directory.undo_merge(other=Organization.objects.get(pk=merged), by=by, at=at)


def _bring_back(proposal: Proposal, by: User, at: datetime) -> None:
    directory.lift(public_id=proposal.effect["number"], by=by, at=at)


_ABOUT: Mapping[str, tuple[str, str]] = {
    "closed": (STATUS, "dissolved"),
    "not_of_migrants": (DIASPORA, "no"),
}
_DEEDS: Mapping[str, Callable[[Proposal, str, User, datetime], Effect]] = {
    "correction": _correct,
    "closed": _correct,
    "not_of_migrants": _correct,
    "duplicate": _join,
    "removal": _take_out,
}
_UNDONE: Mapping[str, Callable[[Proposal, User, datetime], None]] = {
    "correction": _uncorrect,
    "closed": _uncorrect,
    "not_of_migrants": _uncorrect,
    "duplicate": _part,
    "removal": _bring_back,
}


def _log(at: datetime, by: User, verb: str, proposal: Proposal) -> None:
    """A log that named whom a removal was about would tell who asked not to be listed."""
    audit(
        at=at,
        actor=f"user:{by.pk}",
        verb=verb,
        about=f"proposal:{proposal.pk}",
        details={"kind": proposal.kind, "field": proposal.field},
    )
