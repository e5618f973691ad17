"""Two listings are one organization: a person says so, and can take it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.actions import judge, retract, take_back
from oriundo.collect.matching.models import Judgment
from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.actions.paint import repoint
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.models import FormerId, Link, Organization
from oriundo.domain.directory.queries.succession import held_by, root


class Contradicted(OriundoError):
    """A person said that a record of one and a record of the other are different."""


class NothingToUndo(OriundoError):
    """What was to be taken back does not hold any more."""


def merge(
    *, into: Organization, other: Organization, by: User | None, why: str, at: datetime
) -> Organization:
    """Merge `other` into `into`, and return it. The identifier of `other` goes on resolving.

    The word is kept as judgments: every record of both is the same as the first of `into`, so
    that the next rebuild repeats it. Contradicted when someone's word is against it.
    """
    require(by, into, other)
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        kept, moved = held_by(into), held_by(other)
        if not (kept and moved):
            return into
        _must_not_contradict(kept, moved)
        for key in (*kept[1:], *moved):
            _join(kept[0], key, why, by, at)
        Link.objects.filter(organization=other).update(organization=into)
        # Before it is published: what the other had chosen holds for both.
        Organization.objects.filter(pk=other.pk).update(merged_into=into)
        repaint([into], at=at)
        repoint(other.pk, into, moved, at=at)
        log(at, by, "organization.merged", into, other=other)
    into.refresh_from_db()
    return into


def undo_merge(*, other: Organization, by: User | None, at: datetime) -> Organization:
    """Take back the merge of `other`: its records and its identifier are its own again.

    Words that the merge replaced are in force again; no word joins the two any more.
    """
    if other.merged_into is None:
        return other
    into = root(other)
    require(by, into, other)
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        former = FormerId.objects.get(
            public_id=other.public_id, organization=other.merged_into, reason="merged"
        )
        mine = _still_there(former, into)
        theirs = [key for key in held_by(into) if key not in mine]
        if not (mine and theirs):
            raise NothingToUndo(
                gettext_noop("The records have gone elsewhere since, so nothing was changed.")
            )
        _take_back_pins(former, {*mine, *theirs}, by, at)
        retract(mine, theirs, verdict="same", by=by, at=at)
        for source, record_id in mine:
            Link.objects.filter(source=source, record_id=record_id).update(organization=other)
        former.delete()
        other.merged_into = None
        other.save(update_fields=["merged_into"])
        repaint([into, other], at=at)
        log(at, by, "organization.unmerged", into, other=other)
    other.refresh_from_db()
    return other


def _join(left: RecordKey, right: RecordKey, why: str, by: User | None, at: datetime) -> None:
    """Keep the word that two records are the same, unless it is kept already."""
    in_force = Judgment.objects.of_pair(left, right).in_force()
    if not in_force.filter(verdict=Judgment.Verdict.SAME).exists():
        judge(left=left, right=right, verdict="same", why=why, by=by, at=at)


def _must_not_contradict(kept: list[RecordKey], moved: list[RecordKey]) -> None:
    ours, theirs = set(kept), set(moved)
    for word in Judgment.objects.in_force().filter(verdict=Judgment.Verdict.DIFFERENT):
        if {word.left, word.right} & ours and {word.left, word.right} & theirs:
            raise Contradicted(
                gettext_noop("A person decided that %(left)s and %(right)s are different."),
                remedy=gettext_noop("Look at that decision first. Nothing was changed."),
                values={"left": "/".join(word.left), "right": "/".join(word.right)},
            )


def _still_there(former: FormerId, into: Organization) -> list[RecordKey]:
    """The records that the old identifier stood for and that are where it leads now."""
    stood_for = {(source, record_id) for source, record_id in former.records}
    return [key for key in held_by(into) if key in stood_for]


def _take_back_pins(former: FormerId, keys: set[RecordKey], by: User | None, at: datetime) -> None:
    """Take back the words that the merge itself wrote, which have its very moment."""
    written = Judgment.objects.in_force().filter(at=former.at, verdict=Judgment.Verdict.SAME)
    take_back([word for word in written if {word.left, word.right} <= keys], by=by, at=at)


def log(
    at: datetime, by: User | None, verb: str, organization: Organization, **other: Organization
) -> None:
    """Note in the log what was done to an organization, and to which other (`new`, `other`)."""
    audit(
        at=at,
        actor=f"user:{by.pk}" if by else "command",
        verb=verb,
        about=f"organization:{organization.public_id}",
        details={name: one.public_id for name, one in other.items()},
    )
