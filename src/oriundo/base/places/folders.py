"""Where the gazetteer and what it is made from are kept."""

from __future__ import annotations

from pathlib import Path

from oriundo.base.core.kept import built_folder, kept_folder

_GAZETTEER = Path("places", "gazetteer")


def gazetteer_folder() -> Path:
    """Where a gazetteer is built: read-only files."""
    return kept_folder() / _GAZETTEER


def gazetteer_in_use() -> Path:
    """The gazetteer that was built for this installation, else the one that setup built."""
    own = gazetteer_folder()
    return own if own.is_dir() else built_folder() / _GAZETTEER


def packages_folder() -> Path:
    """Archives of the packages that it is built from."""
    return kept_folder() / "places" / "packages"


def districts_folder() -> Path:
    """Consular districts that an operator loaded, one file per country of origin."""
    return kept_folder() / "places" / "districts"


def catalogs_folder() -> Path:
    """Official catalogs that an operator loaded, one file per scheme."""
    return kept_folder() / "places" / "catalogs"
