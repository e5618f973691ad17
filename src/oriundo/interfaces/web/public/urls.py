"""The public site, for anyone and without an account. Addresses are words of each language."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.web.maps import framed, inview, multiples
from oriundo.interfaces.web.maps import organizations as mapped
from oriundo.interfaces.web.public import (
    changing,
    embedding,
    organizations,
    searching,
    suggesting,
    views,
)

app_name = "public"

urlpatterns = [
    path("", views.home, name="home"),
    path(_("directory/"), searching.directory, name="directory"),
    path(_("directory/all/<slug:name>/"), searching.values, name="values"),
    path(_("directory/suggestions/"), suggesting.suggestions, name="suggestions"),
    path("org/<str:public_id>/", organizations.organization, name="organization"),
    path("org/<str:public_id>/card.vcf", organizations.contact_card, name="contact_card"),
    path("org/<str:public_id>/code.svg", organizations.code, name="code"),
    path("org/<str:public_id>/image.png", organizations.share_picture, name="picture"),
    path("embed/directory", embedding.embedded, name="embedded"),
    path(_("use/"), embedding.use, name="use"),
    path(_("changes/"), changing.recent, name="changes"),
    path(_("method/"), views.method, name="method"),
    path(_("map/"), mapped.organizations, name="map"),
    path(_("map/here/"), inview.in_view, name="map_here"),
    path("embed/map", framed.embedded_map, name="embedded_map"),
    path(_("maps/"), multiples.multiples, name="maps"),
    path(_("base-map/"), views.base_map, name="base_map"),
    path(_("never-kept/"), views.never_kept, name="never_kept"),
]
