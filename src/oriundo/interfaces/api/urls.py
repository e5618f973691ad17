"""Every address of machines, beside those of the web interface. `config.urls` takes both.

The read API, HSDS, OGC and files have no language in their addresses; the documentation, which is
for people, and the feeds do.
"""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.api import documentation
from oriundo.interfaces.api.hsds.interface import hsds
from oriundo.interfaces.api.ogc.interface import ogc
from oriundo.interfaces.api.v1.interface import v1

_people = (
    [
        path(_("api/"), documentation.page, name="docs"),
        path("api/openapi.json", documentation.openapi, {"name": "v1"}, name="openapi"),
    ],
    "api",
)

urlpatterns = [
    path("api/v1/openapi.json", documentation.openapi, {"name": "v1"}, name="openapi_v1"),
    path("api/hsds/openapi.json", documentation.openapi, {"name": "hsds"}, name="openapi_hsds"),
    path("api/hsds/profile.json", documentation.profile, name="hsds_profile"),
    path("api/ogc/api", documentation.openapi, {"name": "ogc"}, name="openapi_ogc"),
    path("api/v1/", v1.urls),
    path("api/hsds/", hsds.urls),
    path("api/ogc/", ogc.urls),
    path("download/", include("oriundo.interfaces.api.downloads.urls")),
    *i18n_patterns(
        path("", include("oriundo.interfaces.api.feeds")),
        path("", include(_people)),
    ),
]
