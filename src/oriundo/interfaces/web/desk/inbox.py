"""The inbox: what visitors proposed, removals first; what an answer would change; answering."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from oriundo.base.core.errors import OriundoError
from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.queries.succession import root
from oriundo.domain.reach import actions, queries
from oriundo.domain.reach.actions import AnsweredMeanwhile
from oriundo.domain.reach.models import Proposal
from oriundo.interfaces.web.desk import address, changes
from oriundo.interfaces.web.desk.deciding import told
from oriundo.interfaces.web.desk.gate import DeskRequest
from oriundo.interfaces.web.public.reach import fields

PAGE_SIZE = 20
ANSWER_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal in a line. `late`: its day is over."""

    made: Proposal
    name: str
    said: str
    late: bool


@require_safe
def inbox(request: DeskRequest) -> HttpResponse:
    pages = Paginator(queries.waiting(request.user), PAGE_SIZE)
    shown = pages.get_page(request.GET.get("page"))
    today = timezone.now().date()
    context = {
        "total": pages.count,
        "page": shown,
        "rows": [_line(made, today) for made in shown],
        "answered": [_line(made, today) for made in queries.answered(request.user)],
        "previous": f"?page={shown.number - 1}",
        "next": f"?page={shown.number + 1}",
        "pages": [
            (number, f"?page={number}" if isinstance(number, int) else "")
            for number in pages.get_elided_page_range(shown.number, on_each_side=1, on_ends=1)
        ],
        **_done(request),
    }
    return render(request, "desk/inbox.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: DeskRequest, pk: int) -> HttpResponseBase:
    made = _of(request, pk)
    if request.method != "POST":
        return _page(request, made)
    answer = " ".join(request.POST.get("answer", "").replace("\x00", "").split())[:ANSWER_LIMIT]
    deed = {"accept": actions.accept, "refuse": actions.refuse}.get(request.POST.get("says", ""))
    if deed is None:
        return _page(request, made, answer=answer, wrong=gettext("Accept it or refuse it."))
    try:
        deed(proposal=made, why=answer, by=request.user, at=timezone.now())
    except AnsweredMeanwhile as error:
        fresh = _of(request, pk)
        wrong = told(error, request.user)
        return _page(request, fresh, answer=answer, wrong=wrong, status=409)
    except OriundoError as error:
        return _page(request, made, answer=answer, wrong=told(error, request.user))
    return redirect(_onward(request, pk))


@require_POST
def reopen(request: DeskRequest, pk: int) -> HttpResponseBase:
    """Take an answer back, with all that followed from it."""
    made = _of(request, pk)
    try:
        actions.reopen(proposal=made, by=request.user, at=timezone.now())
    except OriundoError as error:
        request.session["refused"] = told(error, request.user)
        return redirect("desk:inbox")
    return redirect(reverse("desk:proposal", args=[pk]) + "?reopened=1")


def _of(request: DeskRequest, pk: int) -> Proposal:
    """A proposal that is theirs to answer; 404 for one that is not there or not theirs."""
    made = queries.one(request.user, pk)
    if made is None:
        raise Http404
    return made


def _page(
    request: DeskRequest, made: Proposal, *, answer: str = "", wrong: str = "", status: int = 0
) -> HttpResponse:
    now = timezone.now()
    waits = made.state == Proposal.State.WAITING
    before, after = queries.beside(request.user, made)
    context = {
        "made": made,
        "line": _line(made, now.date()),
        "outcome": changes.of(made, at=now) if waits else None,
        "listing": Listing.objects.filter(organization=root(made.organization)).first(),
        "answer": answer,
        "limit": ANSWER_LIMIT,
        "wrong": wrong,
        "before": before,
        "after": after,
        "reopened": waits and bool(request.GET.get("reopened")),
        **_done(request),
    }
    return render(request, "desk/proposal.html", context, status=status or (422 if wrong else 200))


def _onward(request: DeskRequest, pk: int) -> str:
    """The next one that waits, else the inbox; saying what was just answered."""
    after = queries.waiting(request.user).first()
    where = reverse("desk:proposal", args=[after.pk]) if after else reverse("desk:inbox")
    return f"{where}?did={pk}"


def _done(request: DeskRequest) -> dict[str, object]:
    """What was just answered, to be taken back."""
    pk = address.number(request.GET, "did")
    made = queries.one(request.user, pk) if pk else None
    just = made if made and made.by_id == request.user.pk else None
    return {
        "done": _line(just, timezone.now().date()) if just else None,
        "refused": request.session.pop("refused", ""),
    }


def _line(made: Proposal, today: date) -> Waiting:
    organization = root(made.organization)
    return Waiting(
        made=made,
        name=organization.name or organization.public_id,
        said=fields.said(made),
        late=made.due is not None and made.due < today,
    )
