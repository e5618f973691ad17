"""The public site, for anyone and without an account. Addresses are words of each language."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.web.maps import multiples, organizations
from oriundo.interfaces.web.public import views

app_name = "public"

urlpatterns = [
    path("", views.home, name="home"),
    path(_("directory/"), views.directory, name="directory"),
    path("org/<str:public_id>/", views.organization, name="organization"),
    path(_("method/"), views.method, name="method"),
    path(_("map/"), organizations.organizations, name="map"),
    path(_("maps/"), multiples.multiples, name="maps"),
    path(_("base-map/"), views.base_map, name="base_map"),
    path(_("never-kept/"), views.never_kept, name="never_kept"),
]
