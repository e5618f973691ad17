"""Which column holds which field: read from a file, guessed from a table, or both."""

from __future__ import annotations

from oriundo.collect.sources.mapping.files import as_data, dump_mapping, from_data, load_mapping
from oriundo.collect.sources.mapping.guessing import guess_mapping
from oriundo.collect.sources.mapping.model import InvalidMapping, Mapping

__all__ = [
    "InvalidMapping",
    "Mapping",
    "as_data",
    "dump_mapping",
    "from_data",
    "guess_mapping",
    "load_mapping",
]
