"""Records by column: what a large table is read into, and what is compared.

A million records as objects cost a gigabyte and most of a minute; as columns of codes into their
distinct values they cost little, and whatever is done to a value is done once for each distinct
one, however many records hold it.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from oriundo.collect.sources.drafts import Draft, RecordKey

Value = TypeVar("Value", bound=Hashable)
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coded(Generic[Value]):
    """A column: record i holds `values[codes[i]]`. `codes` is int32, one per record."""

    values: Sequence[Value]
    codes: npt.NDArray[np.int32]

    @classmethod
    def of(cls, cells: Iterable[Value]) -> Coded[Value]:
        """The column of these cells, its values in the order of first appearance."""
        index: dict[Value, int] = {}
        codes = [index.setdefault(cell, len(index)) for cell in cells]
        return cls(list(index), np.array(codes, dtype=np.int32))

    def __getitem__(self, record: int) -> Value:
        return self.values[int(self.codes[record])]

    def take(self, positions: Positions) -> Coded[Value]:
        """The column of the records at `positions`, in that order."""
        return Coded(self.values, self.codes[positions])


@dataclass(frozen=True, slots=True)
class Columns:
    """What matching needs of records, one column per field; the fields are those of `Draft`.

    `numbered`: the record's id is the source's own, not the number of its row.
    """

    source: Coded[str]
    record_id: Coded[str]
    numbered: Coded[bool]
    name: Coded[str]
    alternate_names: Coded[tuple[str, ...]]
    acronym: Coded[str]
    address: Coded[str]
    city: Coded[str]
    region: Coded[str]
    postal: Coded[str]
    country: Coded[str]
    phones: Coded[tuple[str, ...]]
    emails: Coded[tuple[str, ...]]
    websites: Coded[tuple[str, ...]]
    origins: Coded[tuple[str, ...]]
    hometown: Coded[str]
    registration_numbers: Coded[tuple[str, ...]]
    founded: Coded[int | None]
    lat: Coded[float | None]
    lon: Coded[float | None]

    def __len__(self) -> int:
        return len(self.source.codes)

    def key(self, record: int) -> RecordKey:
        """The identity of one record."""
        return (self.source[record], self.record_id[record])

    def keys(self) -> list[RecordKey]:
        """The identity of every record, in order."""
        sources = map(self.source.values.__getitem__, self.source.codes.tolist())
        ids = map(self.record_id.values.__getitem__, self.record_id.codes.tolist())
        return list(zip(sources, ids, strict=True))

    def positions(self, keys: Collection[RecordKey]) -> dict[RecordKey, int]:
        """Where the records with these keys stand; keys that are not here are left out."""
        if not keys:
            return {}
        wanted = {record_id for _, record_id in keys}
        codes = [i for i, value in enumerate(self.record_id.values) if value in wanted]
        places = np.flatnonzero(np.isin(self.record_id.codes, codes)).tolist()
        return {key: place for place in places if (key := self.key(place)) in keys}

    def unnumbered(self) -> Columns:
        """The same records, with no number of a source's own."""
        return replace(self, numbered=Coded([False], np.zeros(len(self), dtype=np.int32)))

    def in_order(self) -> Columns:
        """The same records ordered by source and record id: the order that answers depend on."""
        order = np.lexsort((_ranks(self.record_id), _ranks(self.source)))
        return self.take(order)

    def take(self, positions: Positions) -> Columns:
        """The records at `positions`, in that order."""
        return Columns(*(getattr(self, f.name).take(positions) for f in fields(self)))


def columns_of(drafts: Sequence[Draft]) -> Columns:
    """The columns of drafts, in their order."""
    own = {f.name for f in fields(Draft)}
    # All of a cell have one point: that two are near would be read out of it.
    drafts = [replace(d, lat=None, lon=None) if d.coarse else d for d in drafts]
    held = {
        f.name: Coded.of(getattr(d, f.name) for d in drafts)
        for f in fields(Columns)
        if f.name in own
    }
    return Columns(**held, numbered=Coded.of(d.record_id != str(d.row) for d in drafts))


def _ranks(column: Coded[str]) -> npt.NDArray[np.int32]:
    """The place of each record's value among the sorted values."""
    return ordered(column.values)[1][column.codes]


def ordered(texts: Sequence[str]) -> tuple[list[str], npt.NDArray[np.int32]]:
    """The distinct texts in the order of their letters, and the number of each text among them."""
    try:
        held = pa.array(texts, pa.string()).dictionary_encode()
    except (pa.ArrowInvalid, UnicodeError):  # Half a character, which Arrow cannot hold.
        distinct = sorted(set(texts))
        number = {text: i for i, text in enumerate(distinct)}
        return distinct, np.array([number[text] for text in texts], dtype=np.int32)
    # The order of UTF-8 bytes is that of the characters.
    order = np.asarray(pc.sort_indices(held.dictionary), dtype=np.int64)
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return held.dictionary.take(pa.array(order)).to_pylist(), rank[np.asarray(held.indices)]


def together(parts: Sequence[Columns]) -> Columns:
    """The records of several tables as one."""
    return (
        parts[0]
        if len(parts) == 1
        else Columns(
            *(_end_to_end([getattr(part, f.name) for part in parts]) for f in fields(Columns))
        )
    )


def _end_to_end(parts: Sequence[Coded[Value]]) -> Coded[Value]:
    values: list[Value] = []
    codes = []
    for part in parts:
        codes.append(part.codes + len(values))
        values += part.values
    return Coded(values, np.concatenate(codes).astype(np.int32))
