from __future__ import annotations

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "oriundo.collect.sources"
    label = "sources"
