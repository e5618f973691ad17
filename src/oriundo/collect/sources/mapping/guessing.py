"""Guessing a mapping from headers, and from values where headers say nothing."""

from __future__ import annotations

from collections import abc
from collections.abc import Sequence

from oriundo.base.core.never_store import forbidden_header
from oriundo.collect.sources.fields import BY_NAME, FIELDS
from oriundo.collect.sources.mapping import by_values
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.mapping.vocabulary import field_of, is_elsewhere, stem

SAMPLE_ROWS = 500

Rows = Sequence[abc.Mapping[str, str]]

# Several columns of these are one value, when they are numbered: Orgname1, Orgname2.
_CONTINUED = frozenset({"name", "address", "description"})
_OTHER_NAMES = frozenset(
    {
        "legal name",
        "nombre legal",
        "razon social",
        "raison sociale",
        "razao social",
        "nom legal",
        "business name",
    }
)


def guess_mapping(headers: Sequence[str], sample_rows: Rows) -> Mapping:
    """The mapping that the headers and some rows suggest; every column is mapped or ignored.

    A single-valued field takes the column whose header says it most surely; a number at the end
    of a header (`Orgname2`) continues the column before. Columns whose header says nothing are
    known by their values. Forbidden columns (never_store) are ignored.
    """
    rows = sample_rows[:SAMPLE_ROWS]
    allowed = [header for header in headers if forbidden_header(header) is None]
    columns = _by_headers(allowed)
    _drop_unlikely(columns, rows)
    _add_by_values(columns, allowed, rows)
    if "name" not in columns:
        name = by_values.likely_name(_unused(columns, allowed), rows)
        if name:
            columns["name"] = (name,)
    ordered = {f.name: columns[f.name] for f in FIELDS if f.name in columns}
    used = {column for found in ordered.values() for column in found}
    return Mapping(
        columns=ordered,
        cut_at=_cuts(ordered, rows),
        ignore=tuple(header for header in headers if header not in used),
    )


def _by_headers(headers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for position, header in enumerate(headers):
        named = field_of(header)
        if named:
            found.setdefault(named[0], []).append((named[1], position, header))
    columns: dict[str, tuple[str, ...]] = {}
    for name, candidates in found.items():
        if BY_NAME[name].many:
            columns[name] = tuple(header for _rank, _position, header in candidates)
        else:
            columns[name] = _single(name, sorted(candidates))
            _keep_other_names(name, candidates, columns)
    return columns


def _single(name: str, candidates: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
    """The best column, and those that continue it."""
    best = candidates[0][2]
    if name not in _CONTINUED:
        return (best,)
    words = stem(best)[0]
    more = sorted(
        (stem(header)[1], position, header)
        for _rank, position, header in candidates
        if stem(header)[0] == words
    )
    return tuple(header for _number, _position, header in more)


def _keep_other_names(
    name: str,
    candidates: Sequence[tuple[int, int, str]],
    columns: dict[str, tuple[str, ...]],
) -> None:
    """A legal name beside the name is another name."""
    if name != "name":
        return
    others = [
        h for _r, _p, h in candidates if stem(h)[0] in _OTHER_NAMES and h not in columns[name]
    ]
    if others:
        columns["alternate_name"] = (*columns.get("alternate_name", ()), *others)


def _drop_unlikely(columns: dict[str, tuple[str, ...]], rows: Rows) -> None:
    """A header may mislead: an id that repeats is none, nor is a latitude of 480."""
    for name, unlikely in by_values.UNLIKELY.items():
        if name in columns and unlikely([row.get(columns[name][0], "") for row in rows]):
            del columns[name]


def _unused(columns: dict[str, tuple[str, ...]], headers: Sequence[str]) -> list[str]:
    used = {column for found in columns.values() for column in found}
    return [header for header in headers if header not in used]


def _add_by_values(columns: dict[str, tuple[str, ...]], headers: Sequence[str], rows: Rows) -> None:
    for header in _unused(columns, headers):
        if is_elsewhere(header) or field_of(header):
            continue
        values = [value for row in rows if (value := row.get(header, "").strip())]
        name = by_values.field_of_values(values)
        if name == "lat" and "lat" not in columns and by_values.are_pairs(values):
            columns["lat"] = columns["lon"] = (header,)
        elif name == "lat":
            by_values.add_coordinate(columns, header, values)
        elif name and (BY_NAME[name].many or name not in columns):
            columns[name] = (*columns.get(name, ()), header)


def _cuts(columns: dict[str, tuple[str, ...]], rows: Rows) -> dict[str, int]:
    """Where the first of two columns is cut off, if it is."""
    cuts = {}
    for name in _CONTINUED & set(columns):
        if len(columns[name]) > 1:
            first, second = columns[name][:2]
            cut = by_values.cut_length([(r.get(first, ""), r.get(second, "")) for r in rows])
            if cut:
                cuts[name] = cut
    return cuts
