"""What a visitor may send about a listing, and what an organization may answer to our letters."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.web.public.reach import letters_answered, views

app_name = "reach"

urlpatterns = [
    path(_("org/<str:public_id>/correct/"), views.correct, name="correct"),
    path(_("org/<str:public_id>/not-listed/"), views.remove, name="remove"),
    path(_("org/<str:public_id>/write/"), views.write, name="write"),
    path(_("receipt/<str:receipt>/"), views.receipt, name="receipt"),
    path(_("mail/no-more/<str:token>/"), letters_answered.stop, name="stop"),
    path(_("mail/proposal/<str:token>/"), letters_answered.hear, name="hear"),
]
