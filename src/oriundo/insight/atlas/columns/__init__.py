"""What the published directory has, by column. Start with `stored.py`."""

from __future__ import annotations

from oriundo.insight.atlas.columns.stored import Columns, advance, write

__all__ = ["Columns", "advance", "write"]
