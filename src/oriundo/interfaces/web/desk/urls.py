"""The desk, for those who sign in. Every address but the first two passes `gate`."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.web.desk import deciding, inbox, signing, views
from oriundo.interfaces.web.desk.gate import View, gate

app_name = "desk"


def _gated(route: str | Promise, view: View, name: str) -> URLPattern:
    return path(route, gate(view), name=name)  # type: ignore[arg-type]


urlpatterns = [
    path(_("sign-in/"), signing.sign_in, name="sign_in"),
    path(_("sign-out/"), signing.sign_out, name="sign_out"),
    _gated("", views.queue, "queue"),
    _gated(_("how-to-decide/"), views.how_to, "how_to"),
    _gated(_("pair/<int:pk>/"), views.pair, "pair"),
    _gated(_("pair/<int:pk>/several/"), deciding.several, "several"),
    _gated(_("pair/<int:pk>/part/"), deciding.part, "part"),
    _gated(_("pair/<int:pk>/skip/"), deciding.skip, "skip"),
    _gated(_("inbox/"), inbox.inbox, "inbox"),
    _gated(_("inbox/<int:pk>/"), inbox.proposal, "proposal"),
    _gated(_("inbox/<int:pk>/reopen/"), inbox.reopen, "reopen"),
    _gated(_("decided/"), views.decided, "decided"),
    _gated(_("decided/<int:pk>/apply/"), deciding.apply, "apply"),
    _gated(_("decided/<int:pk>/undo/"), deciding.undo, "undo"),
]
