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
    return identifiers([keys])[0]


def identifiers(groups: Iterable[Sequence[RecordKey]]) -> list[str]:
    """The `identifier` of each of these groups of records."""
    return ids.derived_each("\t".join(min(keys)) for keys in groups)


def links_of(clusters: Iterable[Sequence[RecordKey]]) -> list[Link]:
    """One link per record, sorted by source and record id."""
    held = list(clusters)
    of_each = zip(held, identifiers(held), strict=True)
    return sorted((*key, made) for cluster, made in of_each for key in cluster)


def links_by_first(keys: Sequence[RecordKey], firsts: Sequence[int]) -> Iterator[Link]:
    """One link per record, in order; of each, `firsts` is the position of the first record of its
    organization."""
    places = [place for place, first in enumerate(firsts) if place == first]
    of = dict(zip(places, identifiers([keys[place]] for place in places), strict=True))
    return ((*key, of[first]) for key, first in zip(keys, firsts, strict=True))


def write_links(path: Path, links: Iterable[Link]) -> None:
    """Write links.csv. What other programs join on is not neutralized for spreadsheets."""
    write_plain_table(path, HEADER, links)
