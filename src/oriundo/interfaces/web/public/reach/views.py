"""Saying what is wrong with a listing, asking that it not be listed, writing to an organization."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from oriundo.base.accounts.senders import came_from
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings
from oriundo.domain.directory.corrections import read_value
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.organizations import by_public_id
from oriundo.domain.reach import limits
from oriundo.domain.reach.actions import NoRelay, UnusableProposal, pass_on, propose, tell
from oriundo.domain.reach.models import Proposal
from oriundo.domain.reach.post import NotSent, offered
from oriundo.domain.reach.queries import of_receipt
from oriundo.interfaces.web.public.reach import fields, letters
from oriundo.interfaces.web.public.reach.fields import About
from oriundo.interfaces.web.public.reach.page import Wrong, form, refused, show, told

SHORTEST, LONGEST = 20, 4_000
# Of an address (RFC 5321).
LONGEST_ADDRESS = 254
# What a person may want to tell of themselves; the number of a paper nobody should mail.
_MAY_BE_MAILED = frozenset({"phone", "email", "status"})


@form("correct")
def correct(request: HttpRequest, listing: Listing) -> HttpResponseBase:
    about = fields.find(listing, request.GET.get("about", ""))
    if about is None:
        return _choose(request, listing)
    if request.method != "POST":
        return _correction(request, listing, about)
    wrong = refused(request, listing, "correct")
    if wrong:
        return _correction(request, listing, about, wrong)
    try:
        made = _propose(request, listing, about, timezone.now())
    except UnusableProposal as error:
        return _correction(request, listing, about, Wrong(told(error), error.part))
    except limits.TooMany as error:
        return _correction(request, listing, about, Wrong(told(error)), status=429)
    except OriundoError as error:  # no value of the field, or no number of a listing
        part = "other" if about.kind == Proposal.Kind.DUPLICATE else "value"
        return _correction(request, listing, about, Wrong(told(error), part))
    return redirect("reach:receipt", made.receipt)


def _choose(request: HttpRequest, listing: Listing) -> HttpResponse:
    """The first page: what is wrong. Each answer is a link, so that nothing is typed twice."""
    context = {
        "shown": fields.of_page(listing),
        "missing": fields.missing(listing),
        "whole": fields.whole(),
    }
    gone = bool(request.GET.get("about"))
    return show(
        request,
        "public/reach/what.html",
        listing,
        purpose="correct",
        wrong=Wrong(gettext("The page does not show this any more. Choose again."))
        if gone
        else None,
        status=404 if gone else 200,
        **context,
    )


def _correction(
    request: HttpRequest,
    listing: Listing,
    about: About,
    wrong: Wrong | None = None,
    *,
    status: int = 0,
) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in ("value", "nothing", "other", "why")}
    if request.method != "POST" and not about.options:
        typed["value"] = about.value
    return show(
        request,
        "public/reach/correct.html",
        listing,
        purpose="correct",
        wrong=wrong,
        status=status,
        about=about,
        typed=typed,
    )


def _propose(request: HttpRequest, listing: Listing, about: About, at: datetime) -> Proposal:
    """What the form says, kept, and the organization told."""
    nothing = bool(request.POST.get("nothing")) and about.may_be_nothing
    value = ""
    if about.kind == Proposal.Kind.CORRECTION and not nothing:
        country = listing.residence_country
        typed = request.POST.get("value", "").replace("\x00", "")
        value = read_value(about.field, typed, country=country, today=at.date())
        if not value:
            raise UnusableProposal("value", gettext_noop("Write what should stand there."))
    made = propose(
        listing=listing,
        kind=about.kind,
        field=about.field,
        instead_of=about.value,
        value=value,
        other=_other(request) if about.kind == Proposal.Kind.DUPLICATE else None,
        why=request.POST.get("why", ""),
        at=at,
        sender=came_from(request),
    )
    _tell(request, listing, made, at)
    return made


def _tell(request: HttpRequest, listing: Listing, made: Proposal, at: datetime) -> None:
    tell(
        organization=listing.organization,
        write=lambda digest: letters.proposal(request, listing, made, digest=digest),
        at=at,
    )


def _other(request: HttpRequest) -> Organization | None:
    """The other listing, by its number or by the address of its page; only a public one."""
    typed = request.POST.get("other", "").strip().rstrip("/").rpartition("/")[2]
    if not typed:
        return None
    found = by_public_id(typed)
    public = Listing.objects.filter(organization=found).exists()
    return found if public else None


@form("remove")
def remove(request: HttpRequest, listing: Listing) -> HttpResponseBase:
    if request.method != "POST":
        return _removal(request, listing)
    wrong = refused(request, listing, "remove")
    asker = request.POST.get("asker", "")
    if not wrong and asker not in Proposal.Asker.values:
        wrong = Wrong(gettext("Say in whose name you ask."), "asker")
    if wrong:
        return _removal(request, listing, wrong)
    now = timezone.now()
    try:
        made = propose(
            listing=listing,
            kind=Proposal.Kind.REMOVAL,
            asker=asker,
            danger=bool(request.POST.get("danger")),
            why=request.POST.get("why", ""),
            at=now,
            sender=came_from(request),
        )
    except UnusableProposal as error:
        return _removal(request, listing, Wrong(told(error), error.part))
    except limits.TooMany as error:
        return _removal(request, listing, Wrong(told(error)), status=429)
    _tell(request, listing, made, now)
    return redirect("reach:receipt", made.receipt)


def _removal(
    request: HttpRequest, listing: Listing, wrong: Wrong | None = None, *, status: int = 0
) -> HttpResponse:
    return show(
        request,
        "public/reach/remove.html",
        listing,
        purpose="remove",
        wrong=wrong,
        status=status,
        askers=Proposal.Asker.choices,
        typed={name: request.POST.get(name, "") for name in ("asker", "danger", "why")},
    )


@sensitive_post_parameters("email", "text")
@form("write")
def write(request: HttpRequest, listing: Listing) -> HttpResponseBase:
    if not (offered() and listing.relay):
        raise Http404
    if request.method != "POST":
        return _message(request, listing)
    text = request.POST.get("text", "").replace("\r\n", "\n").replace("\x00", "").strip()
    reply_to = request.POST.get("email", "").strip()
    wrong = refused(request, listing, "write") or _unfit(text, reply_to)
    if wrong:
        return _message(request, listing, wrong)
    try:
        pass_on(
            listing=listing,
            write=lambda digest: letters.message(
                request, listing, text=text, reply_to=reply_to, digest=digest
            ),
            reply_to=reply_to,
            sender=came_from(request),
            at=timezone.now(),
        )
    except limits.TooMany as error:
        return _message(request, listing, Wrong(told(error)), status=429)
    except NotSent as error:
        return _message(request, listing, Wrong(told(error)), status=503)
    except NoRelay as error:
        return _message(request, listing, Wrong(told(error)), status=410)
    return render(request, "public/reach/sent.html", {"listing": listing})


def _message(
    request: HttpRequest, listing: Listing, wrong: Wrong | None = None, *, status: int = 0
) -> HttpResponse:
    return show(
        request,
        "public/reach/write.html",
        listing,
        purpose="write",
        wrong=wrong,
        status=status,
        longest=LONGEST,
        typed={name: request.POST.get(name, "") for name in ("email", "text")},
    )


def _unfit(text: str, reply_to: str) -> Wrong | None:
    """Why a message is not passed on; None when it may be."""
    if not _is_address(reply_to):
        return Wrong(gettext("Write your address of email: the answer goes there."), "email")
    if len(text) < SHORTEST:
        return Wrong(gettext("Write what it is about, in a sentence or more."), "text")
    if len(text) > LONGEST:
        said = gettext("The message has %(length)s characters. Say it in %(limit)s or fewer.")
        return Wrong(said % {"length": len(text), "limit": LONGEST}, "text")
    if any(found.kind not in _MAY_BE_MAILED for found in findings(text)):
        return Wrong(
            gettext(
                "The message holds what looks like the number of an identity paper or a card. Mail"
                " is read by others on its way: leave it out."
            ),
            "text",
        )
    return None


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST_ADDRESS


@never_cache
@require_safe
def receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """How a proposal stands. Whoever has the address may read it: it holds nothing of a person."""
    made = of_receipt(receipt)
    if made is None:
        raise Http404
    listing = Listing.objects.filter(organization=made.organization).first()
    accepted = made.state == Proposal.State.ACCEPTED
    said = fields.said(made) if accepted else fields.topic(made)
    context = {"made": made, "said": said, "listing": listing}
    return render(request, "public/reach/receipt.html", context)
