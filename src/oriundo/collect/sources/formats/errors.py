"""Why a whole file is refused: one code each, with its sentence and its remedy."""

from __future__ import annotations

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop as _

_AS_CSV = _("Open it in the program that made it, and save it as CSV or XLSX.")
_SMALLER = _("Split the file into smaller files, or ask the operator for higher limits.")
_SAVE_AGAIN = _("Get the file again, or open it in a spreadsheet program and save it as XLSX.")

REASONS: dict[str, tuple[str, str]] = {
    "missing": (_("%(file)s does not exist."), _("Check the path of the file.")),
    "folder": (_("%(file)s is a folder, not a file."), _("Name the files in it one by one.")),
    "not-openable": (
        _("%(file)s cannot be opened: %(value)s."),
        _("Check who may read the file."),
    ),
    "empty": (_("%(file)s is empty."), _("Get the file again from whoever gave it.")),
    "no-rows": (
        _("%(file)s has a header and no rows under it."),
        _("Check that the right file and the right sheet were saved."),
    ),
    "too-large": (_("%(file)s has %(value)s bytes; at most %(limit)s are read."), _SMALLER),
    "too-many-rows": (_("%(file)s has more than %(limit)s rows (row %(row)s)."), _SMALLER),
    "too-many-columns": (
        _("%(file)s has %(value)s columns in row %(row)s; at most %(limit)s are read."),
        _("Delete the columns that are not needed, and save the file again."),
    ),
    "too-many-cells": (
        _("The sheet %(column)s of %(file)s spans %(value)s cells; at most %(limit)s are read."),
        _("Delete stray cells far from the table, and save the file again."),
    ),
    "binary": (
        _("%(file)s is not text: its content is %(value)s."),
        _AS_CSV,
    ),
    "quote-never-closed": (
        _(
            "The quotation mark that opens in line %(row)s, cell %(column)s of %(file)s is never"
            " closed: %(value)s"
        ),
        _("Close or delete that quotation mark, and read the file again."),
    ),
    "web-page": (
        _("%(file)s is a web page, whatever its name says."),
        _("Open it in a spreadsheet program, and save it as XLSX or CSV."),
    ),
    "xml": (
        _("%(file)s is XML of a kind that is not read (%(value)s)."),
        _AS_CSV,
    ),
    "xml-damaged": (_("The XML of %(file)s is damaged: %(value)s."), _SAVE_AGAIN),
    "xml-entities": (
        _("%(file)s declares XML entities (%(value)s), which can hide an attack."),
        _("Do not open the file elsewhere; ask whoever gave it for a clean one."),
    ),
    "no-placemarks": (
        _("%(file)s is KML without a placemark."),
        _("Export the layer that holds the places."),
    ),
    "old-excel": (_("%(file)s is in the old Excel format (XLS)."), _("Save it as XLSX.")),
    "encrypted": (
        _("%(file)s is protected with a password."),
        _("Remove the password, and save the file again."),
    ),
    "macros": (_("%(file)s contains macros."), _("Save it as XLSX without macros.")),
    "archive": (
        _("%(file)s is a zip archive that holds no table (%(value)s)."),
        _("Unpack it, and read the files in it one by one."),
    ),
    "archive-damaged": (_("%(file)s is damaged: %(value)s."), _SAVE_AGAIN),
    "too-many-members": (
        _("%(file)s holds %(value)s files; at most %(limit)s are read."),
        _SAVE_AGAIN,
    ),
    "unpacked-too-large": (
        _("%(file)s unpacks to more than %(limit)s bytes (at %(value)s)."),
        _SMALLER,
    ),
    "ratio": (
        _(
            "%(file)s unpacks to more than %(limit)s times its size (at %(value)s), as an attack"
            " would."
        ),
        _("Open it in a spreadsheet program, delete empty rows and columns, and save it again."),
    ),
    "no-such-sheet": (
        _("%(file)s has no sheet %(value)s; it has: %(column)s."),
        _("Name one of its sheets."),
    ),
    "workbook-damaged": (_("The workbook %(file)s is damaged: %(value)s."), _SAVE_AGAIN),
    "json-damaged": (
        _("%(file)s is not correct JSON at line %(row)s: %(value)s."),
        _("Correct that line, or export the file again."),
    ),
    "json-too-deep": (
        _("%(file)s nests JSON deeper than %(limit)s levels (row %(row)s)."),
        _("Export the list as a flat table."),
    ),
    "json-no-list": (
        _("%(file)s is JSON, but no list of rows was found in it."),
        _("Save it as a list of objects, or as an object with one list of objects."),
    ),
    "json-several-lists": (
        _("%(file)s is JSON with several lists: %(value)s."),
        _("Save the list that is meant as a file of its own."),
    ),
}


class UnreadableFile(OriundoError):
    """The whole file is refused: `code` is a key of REASONS; nothing of the file is kept.

    `values` always holds file, row (0: the whole file), column, value and limit.
    """

    def __init__(
        self,
        code: str,
        *,
        file: str,
        row: int = 0,
        column: str = "",
        value: object = "",
        limit: int = 0,
    ) -> None:
        self.code = code
        sentence, remedy = REASONS[code]
        values = {"file": file, "row": row, "column": column, "value": value, "limit": limit}
        super().__init__(sentence, remedy=remedy, values=values)
