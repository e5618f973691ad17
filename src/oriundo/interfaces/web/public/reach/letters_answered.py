"""Pages that our letters lead to: no more mail, and what an organization says of a proposal.

Opening one changes nothing, for programs open every address of a mail; its button does.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from oriundo.domain.directory.actions import close_mailbox
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.succession import root
from oriundo.domain.reach import actions
from oriundo.domain.reach.models import Proposal
from oriundo.domain.reach.queries import of_receipt
from oriundo.interfaces.web.public.reach import fields, links


@csrf_exempt  # RFC 8058: mail programs send the form by themselves, without a cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Close a mailbox. The signed address is the proof that who asks reads it."""
    public_id, _, digest = links.told("stop", token).partition(":")
    if not digest:
        raise Http404
    organization = get_object_or_404(Organization, public_id=public_id)
    if request.method == "POST":
        close_mailbox(digest=digest, organization=root(organization), at=timezone.now())
    return render(request, "public/reach/stop.html", {"done": request.method == "POST"})


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hear(request: HttpRequest, token: str) -> HttpResponse:
    """What the organization says of a proposal; of a removal, also to be hidden at once."""
    made = of_receipt(links.told("hear", token))
    if made is None:
        raise Http404
    says = request.POST.get("says", "")
    if request.method == "POST" and says in Proposal.Voice.values:
        removal = made.kind == Proposal.Kind.REMOVAL
        hide = removal and says == Proposal.Voice.RIGHT
        made = actions.hear(proposal=made, says=says, hide=hide, at=timezone.now())
    context = {
        "made": made,
        "said": fields.said(made),
        "listing": Listing.objects.filter(organization=made.organization).first(),
        "done": request.method == "POST" and bool(made.voice),
    }
    return render(request, "public/reach/hear.html", context)
