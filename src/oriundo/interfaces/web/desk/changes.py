"""What accepting a proposal would change, in sentences, before anybody decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext

from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.domain.directory.corrections import DIASPORA, SEVERAL
from oriundo.domain.directory.models import Fact, Listing
from oriundo.domain.directory.queries.succession import held_by, root
from oriundo.domain.reach.models import Proposal
from oriundo.interfaces.web.desk.outcomes import Outcome, of_correction, of_joining
from oriundo.interfaces.web.public.reach import fields


def of(proposal: Proposal, *, at: datetime) -> Outcome:
    """For someone who may answer the proposal."""
    organization = root(proposal.organization)
    if not held_by(organization):
        return Outcome((gettext("No record is about this organization any more."),))
    if proposal.kind == Proposal.Kind.REMOVAL:
        return _removal(proposal)
    if proposal.kind == Proposal.Kind.DUPLICATE:
        other = root(proposal.other or organization)
        if other == organization:
            return Outcome((gettext("They are one organization already, and stay so."),))
        return of_joining(organization, other, at=at)
    if proposal.kind == Proposal.Kind.CLOSED:
        return Outcome(
            (gettext("Its page says that it does not exist any more. It stays listed."),)
        )
    if proposal.kind == Proposal.Kind.NOT_OF_MIGRANTS:
        return of_correction(organization, DIASPORA, "no", at=at)
    outcome = of_correction(organization, proposal.field, proposal.value, at=at)
    return replace(outcome, sentences=(*_shown(proposal), *outcome.sentences))


def _removal(proposal: Proposal) -> Outcome:
    listed = Listing.objects.filter(organization=root(proposal.organization)).exists()
    gone = gettext("Its listing, its values and its name go at once, and out of every later list.")
    hidden = gettext("It is hidden already. It goes for good, from every later list, too.")
    told = [
        gone if listed else hidden,
        gettext("Only keyed codes are kept, to know it again. Undo brings it back from its lists."),
        gettext("What else was proposed for it is answered with that."),
    ]
    return Outcome(tuple(told))


def _shown(proposal: Proposal) -> list[str]:
    old = fields.word(proposal.field, proposal.instead_of)
    new = fields.word(proposal.field, proposal.value)
    told = []
    if new:
        told.append(gettext("“%(value)s” is shown, decided by the desk.") % {"value": new})
    if old and (proposal.field in SEVERAL or not new):
        told.append(gettext("“%(value)s” is not shown any more.") % {"value": old})
    elif old:
        told.append(gettext("“%(value)s” stays beside it, as its source says it.") % {"value": old})
    if new and proposal.field in CONTACT_FIELDS:
        told.append(
            gettext("Everyone sees it, as the one before.")
            if _public(proposal)
            else gettext("Nobody sees it: the one before is hidden now.")
        )
    return told


def _public(proposal: Proposal) -> bool:
    facts = Fact.objects.filter(organization=root(proposal.organization), field=proposal.field)
    return facts.filter(value=proposal.instead_of, published_to="public").exists()
