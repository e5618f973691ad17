from __future__ import annotations

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "oriundo.base.places"
    label = "places"
