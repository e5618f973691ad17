"""Keeping what somebody says is wrong with a listing, until a person has decided."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings
from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.domain.directory.actions import hide_itself
from oriundo.domain.directory.corrections import CORRECTABLE, NEEDED, RESIDENCE
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.succession import root
from oriundo.domain.reach import limits
from oriundo.domain.reach.models import Proposal

WHY_LIMIT = 1_000
# A removal is answered within three days, one that says that people are in danger within one.
SOON = timedelta(days=3)
AT_ONCE = timedelta(days=1)
KEPT = timedelta(days=90)

_FOUND = {
    "phone": gettext_noop("a telephone number"),
    "email": gettext_noop("an address of email"),
    "status": gettext_noop("words about someone's migration status"),
}
_PAPER = gettext_noop("the number of an identity paper or a card")


class UnusableProposal(OriundoError):
    """It cannot be kept as it is; the sentence says what to change. `part`: of the form."""

    def __init__(self, part: str, sentence: str, **more: object) -> None:
        self.part = part
        super().__init__(sentence, **more)  # type: ignore[arg-type]


def propose(
    *,
    listing: Listing,
    kind: str,
    at: datetime,
    field: str = "",
    instead_of: str = "",
    value: str = "",
    other: Organization | None = None,
    asker: str = "",
    danger: bool = False,
    why: str = "",
    sender: str,
) -> Proposal:
    """Keep a proposal, or return the one that waits and says the same.

    `value` is as `corrections.read_value` gives it, `instead_of` one that the listing shows;
    `sender`: the network address it comes from, which is counted and not kept.
    Raises UnusableProposal, TooMany.
    """
    why = " ".join(why.replace("\x00", "").split())
    _must_be_usable(why, optional=kind == Proposal.Kind.REMOVAL)
    if kind == Proposal.Kind.CORRECTION:
        _must_correct(listing, field, instead_of, value)
    if kind == Proposal.Kind.DUPLICATE:
        _must_be_another(listing, other)
    said = {
        "organization": listing.organization,
        "kind": kind,
        "field": field,
        "instead_of": instead_of,
        "value": value,
        "other": other,
        "asker": asker,
        "danger": danger,
    }
    with transaction.atomic():
        _forget(at)
        waiting = Proposal.objects.waiting().filter(**said).first()
        if waiting:
            return waiting
        _spend(listing, sender, at)
        made = Proposal.objects.create(**said, why=why, at=at, due=_due(kind, danger, at))
        _log(at, "visitor", "proposal.made", made)
    return made


def hear(*, proposal: Proposal, says: str, hide: bool = False, at: datetime) -> Proposal:
    """What the organization says of a proposal, through a mailbox of its own: right or wrong.

    `hide`: it asks to be hidden until the desk has answered, which is done at once.
    """
    with transaction.atomic():
        if proposal.state == Proposal.State.WAITING:
            proposal.voice = says
            proposal.save(update_fields=["voice"])
            if hide:
                hide_itself(organization=root(proposal.organization), at=at)
            _log(at, "organization", "proposal.heard", proposal)
    return proposal


def _spend(listing: Listing, sender: str, at: datetime) -> None:
    limits.spend(
        [
            ("proposals from a network", limits.network(sender)),
            ("proposals on an organization", listing.public_id),
        ],
        at=at,
    )


def _due(kind: str, danger: bool, at: datetime) -> date | None:
    if kind != Proposal.Kind.REMOVAL:
        return None
    return (at + (AT_ONCE if danger else SOON)).date()


def _must_be_usable(why: str, *, optional: bool) -> None:
    if not why and not optional:
        raise UnusableProposal(
            "why",
            gettext_noop("Nothing says how you know."),
            remedy=gettext_noop("Write a sentence: who decides has to be able to check it."),
        )
    if len(why) > WHY_LIMIT:
        raise UnusableProposal(
            "why",
            gettext_noop("The explanation has %(length)s characters."),
            remedy=gettext_noop("Say it in %(limit)s or fewer."),
            values={"length": len(why), "limit": WHY_LIMIT},
        )
    found = findings(why)
    if found:
        raise UnusableProposal(
            "why",
            gettext_noop(
                "The explanation holds %(what)s, and such data of people is not kept here."
            ),
            remedy=gettext_noop("Leave it out and send again. Nothing was kept."),
            values={"what": _FOUND.get(found[0].kind, _PAPER)},
        )


def _must_correct(listing: Listing, field: str, instead_of: str, value: str) -> None:
    # A way to reach somebody can be corrected, not added: a stranger could name anybody's.
    if field not in CORRECTABLE or (field in CONTACT_FIELDS and not instead_of):
        raise UnusableProposal("field", gettext_noop("Choose what is wrong."))
    if instead_of and instead_of not in shown(listing, field):
        raise UnusableProposal(
            "field",
            gettext_noop("The page does not show this value any more."),
            remedy=gettext_noop("Look at the page again."),
        )
    if not value and (field in NEEDED or not instead_of):
        raise UnusableProposal("value", gettext_noop("Write what should stand there."))
    if value == instead_of:
        raise UnusableProposal("value", gettext_noop("The page shows this very value."))


def shown(listing: Listing, field: str) -> list[str]:
    """The values of a field that a listing shows, the golden one first."""
    if field == RESIDENCE:
        return [listing.residence_region or listing.residence_country]
    found = [fact for fact in listing.facts if fact["field"] == field]
    return [fact["value"] for fact in sorted(found, key=lambda fact: not fact["chosen"])]


def _must_be_another(listing: Listing, other: Organization | None) -> None:
    if other is None or other.pk == listing.organization_id:
        raise UnusableProposal(
            "other",
            gettext_noop("Nothing says which other listing it is."),
            remedy=gettext_noop("Copy its number or its address from its page."),
        )


def _forget(at: datetime) -> None:
    """Erase what was answered long ago: of removals the row, of the others the texts."""
    old = Proposal.objects.filter(answered_at__lt=at - KEPT)
    old.filter(kind=Proposal.Kind.REMOVAL).delete()
    old.exclude(Q(why="") & Q(value="") & Q(instead_of="")).update(
        why="", value="", instead_of="", effect={}
    )


def _log(at: datetime, actor: str, verb: str, proposal: Proposal) -> None:
    audit(
        at=at,
        actor=actor,
        verb=verb,
        about=f"proposal:{proposal.pk}",
        details={"kind": proposal.kind, "field": proposal.field},
    )
