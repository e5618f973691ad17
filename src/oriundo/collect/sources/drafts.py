"""What reading a file yields: drafts of records, and issues for what was not understood.

Plain values, no framework: the command line works with these, and `actions` stores them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

RecordKey = tuple[str, str]
"""(source, record id): the identity of a record across releases."""

_NOT_READ = frozenset({"source", "record_id", "row", "raw"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One row, as the source said it (`raw`) and as we read it (all other fields).

    Text fields are trimmed but keep the source's spelling; phones are E.164 where they can be
    read, emails lower case, websites canonical (no scheme, no `www.`, no trailing slash).
    Absent values are "" or () or None. `row` counts data rows from 1. `coarse`: of where it is, no
    more than a cell or a town was kept (coarsening.py).
    """

    source: str
    record_id: str
    row: int
    name: str
    alternate_names: tuple[str, ...] = ()
    acronym: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    postal: str = ""
    country: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    description: str = ""
    origins: tuple[str, ...] = ()
    hometown: str = ""
    objective: str = ""
    supports: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    members: int | None = None
    lat: float | None = None
    lon: float | None = None
    registration_numbers: tuple[str, ...] = ()
    founded: int | None = None
    contact_attested: bool = False
    coarse: bool = False
    raw: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> RecordKey:
        return (self.source, self.record_id)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a file that was not understood.

    `refused` says that the whole row was set aside (so rows = drafts + refused rows); otherwise
    only the named value was left out and the row was kept. `sentence` and `remedy` are English,
    marked for translation, filled from `values`.
    """

    source: str
    row: int
    column: str
    value: str
    code: str
    sentence: str
    remedy: str
    refused: bool
    values: Mapping[str, object] = field(default_factory=dict)


def as_fields(draft: Draft) -> dict[str, object]:
    """The read values of a draft that are present, as JSON holds them (`raw` and keys left out)."""
    values = {f.name: getattr(draft, f.name) for f in fields(draft) if f.name not in _NOT_READ}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value not in ("", (), None) and value is not False
    }


def from_fields(
    *, source: str, record_id: str, row: int, read: Mapping[str, object], raw: Mapping[str, str]
) -> Draft:
    """The draft that `as_fields` was made from."""
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in read.items()}
    return Draft(source=source, record_id=record_id, row=row, raw=raw, **values)  # type: ignore[arg-type]
