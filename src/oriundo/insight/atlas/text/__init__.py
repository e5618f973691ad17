"""The text index: words of organizations, found again as people type them."""

from oriundo.insight.atlas.text.index import TextIndex, advance, create

__all__ = ["TextIndex", "advance", "create"]
