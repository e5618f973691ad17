"""Pages of places: `us/ca/los-angeles`, `mx/zac/jerez`."""

from __future__ import annotations

from django.urls import path

from oriundo.interfaces.web.places import views

app_name = "places"

urlpatterns = [
    path("<slug:country>/", views.place, name="place"),
    path("<slug:country>/<slug:division>/", views.place, name="place"),
    path("<slug:country>/<slug:division>/<slug:name>/", views.place, name="place"),
]
