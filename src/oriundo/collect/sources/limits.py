"""How large a file may be before it is refused: checked before parsing and again while unpacking.

A spreadsheet of 63 kB can cost 20 seconds and 483 MB when it is parsed without limits, and the
directory of a zip archive can lie about sizes, so sizes are counted while inflating.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may hold. Sizes in bytes, `cell_characters` in characters.

    `ratio` is unpacked bytes over packed bytes, `cells` is rows x columns of a sheet (a sheet is
    held dense), `json_depth` counts nested lists and objects inside one row.
    """

    file_bytes: int = 500 * MEGABYTE
    unpacked_bytes: int = 2_000 * MEGABYTE
    member_bytes: int = 1_500 * MEGABYTE
    ratio: int = 100
    members: int = 200
    rows: int = 2_000_000
    columns: int = 200
    cells: int = 20_000_000
    cell_characters: int = 32_767
    json_depth: int = 20

    @classmethod
    def operator(cls) -> Limits:
        """For a file that the person at the command line chose."""
        return cls()

    @classmethod
    def upload(cls) -> Limits:
        """For a file that arrives through a form."""
        return cls(
            file_bytes=10 * MEGABYTE,
            unpacked_bytes=50 * MEGABYTE,
            member_bytes=40 * MEGABYTE,
            rows=50_000,
            cells=10_000_000,
        )
