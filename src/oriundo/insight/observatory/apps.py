from __future__ import annotations

from django.apps import AppConfig


class ObservatoryConfig(AppConfig):
    name = "oriundo.insight.observatory"
    label = "observatory"
