"""Where this installation keeps what it makes: database, secret key, static files, gazetteer."""

from __future__ import annotations

import os
from pathlib import Path

_TREE = Path(__file__).resolve().parents[4]
# A source tree keeps it in itself; an installed package must not write beside its code.
_KEPT = _TREE / "var" if (_TREE / "src").is_dir() else Path("~/.local/share/oriundo")


def built_folder() -> Path:
    """Where setup builds, whatever ORIUNDO_VAR says."""
    return _KEPT.expanduser()


def kept_folder() -> Path:
    """ORIUNDO_VAR, else `var` of the source tree, else ~/.local/share/oriundo."""
    return Path(os.environ.get("ORIUNDO_VAR", _KEPT)).expanduser()
