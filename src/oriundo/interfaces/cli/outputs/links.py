"""links.csv: which record is about which organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from oriundo.base.core import ids
from oriundo.collect.sources.drafts import RecordKey
from oriundo.interfaces.cli.outputs.tables import write_plain_table

Link = tuple[str, str, str]
HEADER = ("source", "record_id", "organization_id")


def identifier(keys: Sequence[RecordKey]) -> str:
    """The identifier of the organization that these records are about.

    Made from the first of their keys, so that it mostly survives a new record joining.
    """
    return ids.derived("\t".join(min(keys)))


def links_of(clusters: Iterable[Sequence[RecordKey]]) -> list[Link]:
    """One link per record, sorted by source and record id."""
    return sorted(
        (source, record_id, identifier(cluster))
        for cluster in clusters
        for source, record_id in cluster
    )


def links_by_first(linked: Iterable[tuple[RecordKey, RecordKey]]) -> Iterator[Link]:
    """One link per record of records with the first record of their organization, in order."""
    made: dict[RecordKey, str] = {}
    for (source, record_id), first in linked:
        if first not in made:
            made[first] = identifier([first])
        yield (source, record_id, made[first])


def write_links(path: Path, links: Iterable[Link]) -> None:
    """Write links.csv. What other programs join on is not neutralized for spreadsheets."""
    write_plain_table(path, HEADER, links)
