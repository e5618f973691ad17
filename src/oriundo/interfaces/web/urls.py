"""Every address of the site. `config.urls` takes `urlpatterns` from here as it is.

Pages live under a language (`/es/…`, `/en/…`); `/` leads to the reader's by Accept-Language,
which `LocaleMiddleware` does. Machines' addresses have no language.
"""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.web import machines, sitemap
from oriundo.interfaces.web.maps import locator, organizations
from oriundo.interfaces.web.maps.views import map_style

urlpatterns = [
    path("healthz", machines.health, name="health"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-pages.xml", sitemap.pages, name="sitemap_pages"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap_part"),
    path("sitemap-places-<int:number>.xml", sitemap.places, name="sitemap_places"),
    path("map/style-<str:language>-<str:scheme>.json", map_style, name="map_style"),
    path("map/picture-<str:spoken>-<str:scheme>.svg", organizations.picture, name="map_picture"),
    path(
        "map/organization-<str:spoken>-<str:scheme>/<str:public_id>.svg",
        locator.locator,
        name="map_locator",
    ),
    path("map/table-<str:spoken>.csv", organizations.table, name="map_table"),
    path("map/<str:side>/<int:z>/<int:x>/<int:y>.mvt", organizations.tile, name="map_tile"),
    *i18n_patterns(
        path("", include("oriundo.interfaces.web.public.urls")),
        path(_("places/"), include("oriundo.interfaces.web.places.urls")),
        path("", include("oriundo.interfaces.web.public.reach.urls")),
        path(_("desk/"), include("oriundo.interfaces.web.desk.urls")),
    ),
]
