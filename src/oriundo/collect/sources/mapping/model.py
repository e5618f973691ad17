"""A column mapping: our field <- their column, with constants and the quirks of the list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop as _
from oriundo.collect.sources.fields import BY_NAME
from oriundo.collect.sources.mapping.vocabulary import field_of
from oriundo.collect.sources.normalizing.text import folded

RULES = ("constants", "join", "cut_at", "split", "ignore")
_DEFAULT_JOIN = {"address": ", "}


class InvalidMapping(OriundoError):
    """A mapping names a field or a column that does not exist, or says something impossible."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which columns hold a field, and how they are put together.

    Several columns of a single-valued field are joined with `join[field]` (a space; for an
    address a comma and a space). `cut_at[field]`: the first column is cut at that many
    characters, so when it is exactly that long the next one is joined without a space. Cells of
    a many-valued field are split at the characters of `split[field]`. `constants` hold where no
    column is given or the cell is empty. `ignore` names the columns that are left out.
    """

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    join: dict[str, str] = field(default_factory=dict)
    cut_at: dict[str, int] = field(default_factory=dict)
    split: dict[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()

    def joiner(self, name: str) -> str:
        """What stands between two columns of a single-valued field."""
        return self.join.get(name, _DEFAULT_JOIN.get(name, " "))

    def separators(self, name: str, default: re.Pattern[str]) -> re.Pattern[str]:
        """What separates several values in one cell of a many-valued field."""
        told = self.split.get(name)
        return re.compile("|".join(map(re.escape, told))) if told else default

    def mentioned(self) -> set[str]:
        """All the columns that the mapping names."""
        return {column for columns in self.columns.values() for column in columns} | set(
            self.ignore
        )


def check_field(name: object, *, file: str) -> str:
    """The field's name; InvalidMapping with the nearest one when there is no such field."""
    if isinstance(name, str) and name in BY_NAME:
        return name
    meant = field_of(str(name))
    near = meant[0] if meant else nearest(str(name), [*BY_NAME, *RULES])
    raise InvalidMapping(
        _("%(file)s: there is no field %(word)s; the nearest is %(near)s."),
        remedy=_("Use one of: %(known)s."),
        values={"file": file, "word": name, "near": near, "known": ", ".join(BY_NAME)},
    )


def fitted(mapping: Mapping, headers: tuple[str, ...], *, file: str) -> Mapping:
    """`mapping` with its columns as the headers spell them.

    A column is found by its exact name, else by the same letters and digits (`Phone` for
    `phone`) when only one header has them. InvalidMapping names a column that is not there.
    """
    by_letters: dict[str, list[str]] = {}
    for header in headers:
        by_letters.setdefault(folded(header), []).append(header)

    def header_of(column: str, name: str) -> str:
        if column in headers:
            return column
        same = by_letters.get(folded(column), [])
        if len(same) == 1:
            return same[0]
        raise _no_column(column, name, headers, file)

    columns = {n: tuple(header_of(c, n) for c in cs) for n, cs in mapping.columns.items()}
    # What is to be ignored need not be there: a mapping is reused at the next release.
    ignore = tuple(h for h in headers if h in mapping.ignore or _listed(h, mapping.ignore))
    return replace(mapping, columns=columns, ignore=ignore)


def _listed(header: str, ignore: Iterable[str]) -> bool:
    letters = folded(header)
    return bool(letters) and any(folded(column) == letters for column in ignore)


def _no_column(column: str, name: str, headers: tuple[str, ...], file: str) -> InvalidMapping:
    return InvalidMapping(
        _("%(file)s has no column %(word)s for %(field)s; the nearest is %(near)s."),
        remedy=_("Correct the mapping. The columns are: %(known)s."),
        values={
            "file": file,
            "word": column,
            "field": name,
            "near": nearest(column, headers),
            "known": ", ".join(headers),
        },
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar of the known words; "" when there is none."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=folded)
    return found[0] if found else ""
