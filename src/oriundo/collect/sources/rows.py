"""One row of cells as the fields of a draft, with a fault for each value not understood."""

from __future__ import annotations

import re
from collections import abc
from functools import lru_cache

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.normalizing import numbers, phones, web
from oriundo.collect.sources.normalizing.countries import country_code
from oriundo.collect.sources.normalizing.text import clean, values_in

Cells = abc.Mapping[str, str]

_LISTED = re.compile(r"[;|\n]")
_ENUMERATED = re.compile(r"[;|\n,/]|\s+(?:y|e|and|et|&)\s+", re.IGNORECASE)
# Many-valued fields of words: the draft's name for them, and what separates values in a cell.
WORDS: dict[str, tuple[str, re.Pattern[str]]] = {
    "alternate_name": ("alternate_names", _LISTED),
    "origin": ("origins", _ENUMERATED),
    "support": ("supports", _LISTED),
    "language": ("languages", _ENUMERATED),
    "registration_number": ("registration_numbers", re.compile(r"[;|\n,]")),
}
_SINGLE = (
    "name", "acronym", "address", "city", "region", "postal", "country", "description",
    "hometown", "objective",
)  # fmt: skip


# Values of these stand in many rows; cleaning each once is a third of the time saved.
_OFTEN = frozenset({"city", "region", "postal", "country", "hometown", "objective"})
_clean_once = lru_cache(maxsize=65_536)(clean)


class RowReader:
    """Reads rows by one mapping. The mapping's columns must be those of the table."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._columns = mapping.columns
        self._constants = mapping.constants
        self._single = [name for name in _SINGLE if self._given(name)]
        self._words = [name for name in WORDS if self._given(name)]
        self._contacts = any(map(self._given, ("phone", "email", "website")))
        self._numbers = any(
            map(self._given, ("lat", "lon", "founded", "members", "contact_attested"))
        )

    def _given(self, name: str) -> bool:
        return name in self._columns or name in self._constants

    def record_id(self, cells: Cells) -> str:
        """The source's own identifier of the row, or ""."""
        return self._single_value("id", cells) if "id" in self._columns else ""

    def read(self, cells: Cells) -> tuple[dict[str, object], list[Fault]]:
        """The values for a Draft by its field names, absent ones left out; and the faults."""
        read: dict[str, object] = {}
        faults: list[Fault] = []
        for name in self._single:
            value = self._single_value(name, cells)
            if value:
                read[name] = value
        for name in self._words:
            draft_name, separators = WORDS[name]
            values = self._many_values(name, cells, self._mapping.separators(name, separators))
            if values:
                read[draft_name] = values
        if self._contacts:
            self._read_contacts(cells, read, faults)
        if self._numbers:
            self._read_numbers(cells, read, faults)
        return read, faults

    # Words.

    def _single_value(self, name: str, cells: Cells) -> str:
        columns = self._columns.get(name, ())
        if len(columns) == 1:
            cell = cells.get(columns[0], "")
            value = (_clean_once if name in _OFTEN else clean)(cell) if cell else ""
        else:
            value = self._joined(name, [cells.get(column, "") for column in columns])
        return value or self._constants.get(name, "")

    def _joined(self, name: str, parts: list[str]) -> str:
        """Several columns as one value; without a space where the list cuts its cells."""
        joiner = self._mapping.joiner(name)
        cut = self._mapping.cut_at.get(name)
        if cut and len(parts) > 1 and len(parts[0].strip()) == cut:
            parts = [parts[0].strip() + parts[1].lstrip(), *parts[2:]]
        return clean(joiner.join(part.strip() for part in parts if part and clean(part)))

    def _many_values(self, name: str, cells: Cells, separators: re.Pattern[str]) -> tuple[str, ...]:
        columns = self._columns.get(name, ())
        found: tuple[str, ...] = ()
        for column in columns:
            text = cells.get(column)
            if text:
                found += values_in(text, separators)
        if not found and name in self._constants:
            return (self._constants[name],)
        return tuple(dict.fromkeys(found)) if len(columns) > 1 else found

    # Contacts.

    def _read_contacts(self, cells: Cells, read: dict[str, object], faults: list[Fault]) -> None:
        emails = self._emails(cells, faults)
        sites, more = self._websites(cells, faults)
        found = {
            "phones": self._phones(cells, read, faults),
            "emails": tuple(dict.fromkeys(emails + more)),
            "websites": sites,
        }
        read.update({name: values for name, values in found.items() if values})

    def _cells_of(self, name: str, cells: Cells) -> list[tuple[str, str]]:
        """(column, cell) of a field, where the cell says something."""
        if not self._given(name):
            return []
        columns = self._columns.get(name, ())
        filled = [(column, clean(cells[column])) for column in columns if column in cells]
        filled = [(column, text) for column, text in filled if text]
        if not filled and name in self._constants:
            return [("", self._constants[name])]
        return filled

    def _phones(
        self, cells: Cells, read: dict[str, object], faults: list[Fault]
    ) -> tuple[str, ...]:
        given = self._cells_of("phone", cells)
        if not given:
            return ()
        country = country_code(str(read.get("country", "")), str(read.get("region", "")))
        found: list[str] = []
        for column, text in given:
            numbers_, wrong = phones.phones_in(text, country=country, column=column)
            found.extend(numbers_)
            faults.extend(wrong)
        return tuple(dict.fromkeys(found))

    def _emails(self, cells: Cells, faults: list[Fault]) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        for column, text in self._cells_of("email", cells):
            emails, wrong = web.emails_in(text, column=column)
            found += emails
            faults.extend(wrong)
        return found

    def _websites(
        self, cells: Cells, faults: list[Fault]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Websites, and the email addresses that stand among them."""
        found: tuple[str, ...] = ()
        emails: tuple[str, ...] = ()
        for column, text in self._cells_of("website", cells):
            sites, wrong = web.websites_in(text, column=column)
            found += sites
            faults.extend(wrong)
            if "@" in text:
                emails += web.emails_in(text, column=column)[0]
        return tuple(dict.fromkeys(found)), emails

    # Numbers.

    def _read_numbers(self, cells: Cells, read: dict[str, object], faults: list[Fault]) -> None:
        if "lat" in self._columns or "lon" in self._columns:
            self._read_point(cells, read, faults)
        for name, of in (("founded", numbers.year), ("members", numbers.members)):
            for column, text in self._cells_of(name, cells)[:1]:
                value, wrong = of(text, column=column)
                faults.extend(wrong)
                if value is not None:
                    read[name] = value
        if any(
            numbers.is_yes(cells.get(column, ""))
            for column in self._columns.get("contact_attested", ())
        ):
            read["contact_attested"] = True

    def _read_point(self, cells: Cells, read: dict[str, object], faults: list[Fault]) -> None:
        lat, lon = (
            clean(cells.get(column, "")) if column else ""
            for column in (self._columns.get(name, ("",))[0] for name in ("lat", "lon"))
        )
        column = self._columns.get("lat", self._columns.get("lon", ("",)))[0]
        point, wrong = numbers.point(lat, lon, column=column)
        faults.extend(wrong)
        if point is not None:
            read["lat"], read["lon"] = point
