"""What is said at the desk: one word, several at once, skipping, applying, taking back."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from oriundo.base.accounts.models import User
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.never_store import findings
from oriundo.collect.matching.models import Judgment, Pair
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions.decide import JudgedMeanwhile
from oriundo.domain.directory.queries import groups, judging
from oriundo.domain.directory.queries.groups import Member
from oriundo.domain.directory.queries.judging import Asked
from oriundo.domain.directory.rules import may_take_back
from oriundo.interfaces.speech import say
from oriundo.interfaces.web.desk import address, page, said, walking
from oriundo.interfaces.web.desk.gate import DeskRequest

WHY_LIMIT = 500


def one(request: DeskRequest, pair: Pair) -> HttpResponseBase:
    """Keep what was said of a pair and go on to the next; else show why it was not kept."""
    verdict, why = request.POST.get("verdict", ""), _why(request)
    wrong = _unusable(verdict, why)
    if wrong:
        return page.show(request, pair, why=why, wrong=wrong, status=422)
    asked = Asked(
        page.key(pair.left),
        page.key(pair.right),
        (pair.left_id, pair.right_id),
        address.number(request.POST, "seen"),
    )
    now = timezone.now()
    try:
        word = actions.decide(asked=asked, verdict=verdict, why=why, by=request.user, at=now)
    except JudgedMeanwhile as error:
        return page.show(request, pair, why=why, wrong=told(error, request.user), status=409)
    return redirect(walking.onward(request, address.read(request.GET), pair, word))


@require_POST
def several(request: DeskRequest, pk: int) -> HttpResponseBase:
    """Keep one word on every two of the marked records of a group."""
    pair = page.pair_of(request.user, pk)
    verdict, why = request.POST.get("verdict", ""), _why(request)
    marked, changed = _marked(request, pair)
    if changed:
        return page.show(request, pair, why=why, wrong=changed, status=409)
    wrong = _unusable(verdict, why)
    if len(marked) < 2:
        wrong = gettext("Mark two records or more.")
    if wrong:
        return page.show(request, pair, why=why, wrong=wrong, status=422)
    shown = set(request.POST.get("all_seen", "").split(","))
    asked = [
        # A word that was not shown is one that was said meanwhile.
        Asked(a.left, a.right, a.rows, a.seen if str(a.seen) in shown else 0)
        for a in judging.asked_of((m.draft.key, m.record.pk) for m in marked)
    ]
    now = timezone.now()
    try:
        word = actions.decide_all(asked=asked, verdict=verdict, why=why, by=request.user, at=now)
    except OriundoError as error:
        return page.show(request, pair, why=why, wrong=told(error, request.user), status=409)
    return redirect(walking.onward(request, address.read(request.GET), pair, word))


@require_POST
def part(request: DeskRequest, pk: int) -> HttpResponseBase:
    """Part the marked records from the others of their organization, at once."""
    pair = page.pair_of(request.user, pk)
    why = _why(request)
    marked, changed = _marked(request, pair)
    if changed:
        return page.show(request, pair, why=why, wrong=changed, status=409)
    held = {member.organization for member in marked}
    organization = held.pop() if len(held) == 1 else None
    wrong = _unusable(Judgment.Verdict.DIFFERENT, why)
    if organization is None:
        wrong = gettext("Mark records of one organization, to part them from its others.")
    if wrong or organization is None:
        return page.show(request, pair, why=why, wrong=wrong, status=422)
    keys, now = [member.draft.key for member in marked], timezone.now()
    try:
        actions.split(organization=organization, records=keys, by=request.user, why=why, at=now)
    except OriundoError as error:
        return page.show(request, pair, why=why, wrong=told(error, request.user), status=422)
    word = judging.last_acts(request.user, limit=1)[0]
    return redirect(address.read(request.GET).of_pair(pair.pk, did=word.pk))


@require_POST
def skip(request: DeskRequest, pk: int) -> HttpResponseBase:
    """Put a pair behind the others for this sitting; nothing is kept about it."""
    pair = page.pair_of(request.user, pk)
    walking.put_behind(request, pair)
    return redirect(walking.onward(request, address.read(request.GET), pair))


@require_POST
def apply(request: DeskRequest, pk: int) -> HttpResponseBase:
    """Have a decision take effect now."""
    word = _word(request.user, pk)
    try:
        actions.apply(judgment=word, by=request.user, at=timezone.now())
    except OriundoError as error:
        return _back(request, refused=told(error, request.user))
    return _back(request, did=pk)


@require_POST
def undo(request: DeskRequest, pk: int) -> HttpResponseBase:
    """Take a decision back, with all that followed from it."""
    word = _word(request.user, pk)
    try:
        actions.undo(judgment=word, by=request.user, at=timezone.now())
    except OriundoError as error:
        return _back(request, refused=told(error, request.user))
    return _back(request, undone=pk)


def told(error: OriundoError, reader: User) -> str:
    """An error in the reader's language; of a pair that somebody judged, also who and what."""
    parts = [say(part, error.values) for part in (error.sentence, error.remedy) if part]
    if isinstance(error, JudgedMeanwhile) and error.judgment:
        theirs = said.history([error.judgment], reader)[0]
        meant = gettext("%(who)s said: %(verdict)s.")
        parts.insert(1, meant % {"who": theirs.who.capitalize(), "verdict": theirs.verdict})
    return " ".join(parts)


def _why(request: DeskRequest) -> str:
    typed = request.POST.get("why", "").replace("\x00", "")
    return " ".join(typed.split())[:WHY_LIMIT]


def _unusable(verdict: str, why: str) -> str:
    """Why a word cannot be kept; "" when it can."""
    if verdict not in Judgment.Verdict.values:
        return gettext("Choose one of the three answers.")
    if findings(why):
        return gettext(
            "Leave out telephone numbers, addresses and numbers of papers: say where it is written."
        )
    return ""


def _marked(request: DeskRequest, pair: Pair) -> tuple[list[Member], str]:
    """The records of the group whose boxes are ticked, and why they cannot be taken so, or ""."""
    rows = set(request.POST.getlist("record"))
    group = groups.group_of(request.user, pair)
    marked = [member for member in group.members if str(member.record.pk) in rows]
    if len(marked) < len(rows):
        return marked, gettext("The group has changed while you were looking. Mark again.")
    return marked, ""


def _word(user: User, pk: int) -> Judgment:
    """A word in force that the user may take back; 404 for any other."""
    word = Judgment.objects.in_force().filter(pk=pk).first()
    if word is None or not may_take_back(user, word)[0]:
        raise Http404
    return word


def _back(request: DeskRequest, *, refused: str = "", **more: int) -> HttpResponseBase:
    """To the page that the form was on, with what happened."""
    if refused:
        request.session["refused"] = refused
    where = request.POST.get("back", "")
    inside = url_has_allowed_host_and_scheme(
        where, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    where = where if inside else reverse("desk:queue")
    added = "&".join(f"{name}={value}" for name, value in more.items())
    joined = "&" if "?" in where else "?"
    return redirect(f"{where}{joined}{added}" if added else where)
