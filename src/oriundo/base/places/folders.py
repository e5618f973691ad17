"""Where the gazetteer and what it is made from are kept."""

from __future__ import annotations

from pathlib import Path

from oriundo.base.core.kept import kept_folder


def gazetteer_folder() -> Path:
    """The built gazetteer: read-only files."""
    return kept_folder() / "places" / "gazetteer"


def packages_folder() -> Path:
    """Archives of the packages that it is built from."""
    return kept_folder() / "places" / "packages"


def catalogs_folder() -> Path:
    """Official catalogs that an operator loaded, one file per scheme."""
    return kept_folder() / "places" / "catalogs"
