"""What is invented here and what is not: a demonstration names a few organizations that exist.

An organization is invented when every list that names it is. One that a published document names
beside the invented lists exists; what only invented lists say of it is still invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oriundo.collect.sources import queries
from oriundo.collect.sources.models import Source
from oriundo.domain.directory.models import Listing


@dataclass(frozen=True, slots=True)
class Invention:
    """The names of the invented lists; empty where nothing is a demonstration."""

    lists: frozenset[str]

    def document(self, listing: Listing) -> str:
        """In a demonstration, the name of the document that names this organization, else ""."""
        if listing.invented or not self.lists:
            return ""
        return next((name for name in _documents(listing) if name not in self.lists), "")


def invention() -> Invention:
    """What is invented in this installation (one question)."""
    return Invention(frozenset(source.name for source in queries.sources() if source.invented))


def _documents(listing: Listing) -> Iterator[str]:
    for fact in listing.facts:
        for source in fact["sources"]:
            if source["kind"] == Source.Kind.DOCUMENT:
                yield str(source["name"])
