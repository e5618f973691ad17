from __future__ import annotations

from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "oriundo.domain.reach"
    label = "reach"
