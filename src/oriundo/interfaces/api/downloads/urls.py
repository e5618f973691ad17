"""Addresses of files: of any search, and of the whole directory."""

from __future__ import annotations

from django.urls import path, register_converter

from oriundo.interfaces.api.downloads import bulk, views
from oriundo.interfaces.api.downloads.files import FORMATS


class Format:
    """The end of a file's name that we write."""

    regex = "|".join(name.replace(".", r"\.") for name in FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Format, "format")
app_name = "download"

urlpatterns = [
    path("organizations.<format:format>", views.organizations, name="organizations"),
    path("directory.json", bulk.manifest, name="directory"),
    path("directory/<str:name>", bulk.file, name="directory_file"),
    path("changes.csv", bulk.changes, name="changes"),
]
