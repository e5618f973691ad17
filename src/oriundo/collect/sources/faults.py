"""What was not understood in a row, before it is known which source the row belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from oriundo.base.core.language import gettext_noop as _
from oriundo.collect.sources.drafts import Trouble

LONGEST_QUOTED = 200
_FILE_IT = _("Correct the row in the file, and read it again.")
_VALUE_KEPT = _("Nothing to do; the value as it was stays in the record.")
_CORRECT_IT = _("Correct the value in the file if it matters, and read it again.")

SENTENCES: dict[str, tuple[str, str]] = {
    # The whole file (row 0).
    "encoding-guessed": (
        _("The file is not UTF-8; it was read as %(value)s."),
        _("Look at a few accented words; if they are wrong, save the file as UTF-8."),
    ),
    "nul-removed": (_("The file holds NUL characters; they were left out."), _VALUE_KEPT),
    "preamble": (
        _("%(value)s lines above the header were left out."),
        _("Check that the header is right: %(column)s."),
    ),
    "no-header": (
        _("No header was found; the columns were numbered."),
        _("Write a mapping that says what each column holds."),
    ),
    "sheet-chosen": (
        _("The workbook has several sheets; %(value)s was read."),
        _("Name another sheet if another was meant."),
    ),
    "external-links": (
        _("The workbook links to other files; they were not followed."),
        _VALUE_KEPT,
    ),
    "not-a-number": (_("NaN or Infinity in the JSON was read as no value."), _VALUE_KEPT),
    "never-stored": (
        _("The column %(column)s was not read: %(value)s is never stored."),
        _("Delete the column from the file, and tell whoever gave it that it is not wanted."),
    ),
    "column-ignored": (
        _("The mapping does not mention the column %(column)s; it was left out."),
        _("Name the column in the mapping, under a field or under ignore."),
    ),
    # A row that is refused.
    "row-empty": (_("The row is empty."), _("Nothing to do.")),
    "row-too-long": (
        _("The row has more cells than the header has columns."),
        _("Put quotation marks around cells that contain the separator."),
    ),
    "cell-too-long": (
        _("The cell in %(column)s has %(characters)s characters; at most %(limit)s are read."),
        _("Shorten the cell, and read the file again."),
    ),
    "row-not-json": (_("The line is not a JSON object: %(value)s"), _FILE_IT),
    "no-name": (
        _("The row has no name."),
        _("Write the organization's name, or check which column the mapping gives to name."),
    ),
    # A value that is left out or changed; the row is kept.
    "other-delimiter": (
        _("The row is separated by another character than the rest (%(value)s)."),
        _("Check the row."),
    ),
    "cells-rejoined": (
        _("The row had too many cells; those that begin with a space were joined again."),
        _("Put quotation marks around cells that contain the separator."),
    ),
    "formula-without-value": (
        _("The formula in %(column)s has no stored result."),
        _("Open the workbook in a spreadsheet program, save it, and read it again."),
    ),
    "formula-error": (_("The formula in %(column)s gives an error."), _CORRECT_IT),
    "not-a-point": (
        _("The geometry is %(value)s; only points are read."),
        _("Give a point for the organization."),
    ),
    "id-repeated": (
        _("The identifier %(value)s stands in row %(first)s already; this row is %(renamed)s."),
        _("Give each row its own identifier, or leave the identifier out of the mapping."),
    ),
    "id-too-long": (
        _("The identifier is too long; the row's number is used."),
        _("Check which column the mapping gives to id."),
    ),
    "phone": (_("No telephone number could be read from %(value)s."), _CORRECT_IT),
    "phone-country": (
        _("The country of the telephone number %(value)s is not known."),
        _("Give the country in the file, or as a constant of the mapping."),
    ),
    "email": (_("No email address could be read from %(value)s."), _CORRECT_IT),
    "website": (_("No web address could be read from %(value)s."), _CORRECT_IT),
    "coordinates": (_("The coordinates %(value)s could not be read."), _CORRECT_IT),
    "coordinates-incomplete": (
        _("Of latitude and longitude only one is given: %(value)s."),
        _CORRECT_IT,
    ),
    "coordinates-out-of-range": (
        _("The coordinates %(value)s are not on the Earth."),
        _CORRECT_IT,
    ),
    "coordinates-swapped": (
        _("Latitude and longitude are the wrong way round (%(value)s); they were exchanged."),
        _("Check the columns that the mapping gives to lat and lon."),
    ),
    "year": (_("No year could be read from %(value)s."), _CORRECT_IT),
    "members": (_("No number of members could be read from %(value)s."), _CORRECT_IT),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing not understood: `code` is a key of SENTENCES, `more` fills further places."""

    code: str
    column: str = ""
    value: str = ""
    refused: bool = False
    more: tuple[tuple[str, object], ...] = ()

    def as_trouble(self, *, source: str, row: int) -> Trouble:
        """The trouble that a person reads (long values are cut at LONGEST_QUOTED characters)."""
        sentence, remedy = SENTENCES[self.code]
        value, column = self.value[:LONGEST_QUOTED], self.column[:LONGEST_QUOTED]
        return Trouble(
            source=source,
            row=row,
            column=column,
            value=value,
            code=self.code,
            sentence=sentence,
            remedy=remedy,
            refused=self.refused,
            values={"column": column, "value": value, **dict(self.more)},
        )
