"""The boundaries as files that a reader may keep."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.boundaries import ADMIN1, COUNTIES, COUNTRIES

_LABELS = {
    COUNTRIES.name: _("Countries and territories"),
    ADMIN1.name: _("States, provinces and departments of North and Central America"),
    COUNTIES.name: _("Counties of the United States"),
}


@dataclass(frozen=True, slots=True)
class Download:
    label: str | Promise
    address: str


def files() -> list[Download]:
    """The layers whose file setup has drawn."""
    paths = {f"map/{layer}.geojson": label for layer, label in _LABELS.items()}
    return [
        Download(label, staticfiles_storage.url(path))
        for path, label in paths.items()
        if finders.find(path)
    ]
