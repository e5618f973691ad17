"""Files that are zip archives: which kind, and whether they are safe to hand to a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from oriundo.collect.sources.formats.archives import Archive
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.kml import read_kml
from oriundo.collect.sources.formats.sheets import OdsCells, XlsxCells
from oriundo.collect.sources.formats.tables import Table
from oriundo.collect.sources.formats.workbooks import read_workbook
from oriundo.collect.sources.limits import Limits

_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY", "<!doctype")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_LONGEST_DECLARATION = max(map(len, _DECLARATIONS))
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def read_packed(given: Given, *, limits: Limits, sheet: str) -> Table:
    """The table in an XLSX, ODS or KMZ file; any other archive is refused by name."""
    with given.open() as stream:
        archive = Archive(stream, file=given.name, limits=limits)
        names = set(archive.members)
        if "xl/workbook.xml" in names:
            looked = _looked_over_xlsx(archive)
        elif "content.xml" in names:
            looked = _looked_over_ods(archive)
        else:
            return _read_kmz(archive, limits=limits)
    return read_workbook(given, limits=limits, sheet=sheet, looked=looked)


@dataclass(slots=True)
class Looked:
    """What the look through an archive found: cells by member, and small members whole."""

    sheets: dict[str, XlsxCells] = field(default_factory=dict)
    small: dict[str, bytes] = field(default_factory=dict)
    external_links: bool = False


def _looked_over_xlsx(archive: Archive) -> Looked:
    names = set(archive.members)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UnreadableFile("macros", file=archive.file)
    looked = Looked(external_links=any(n.startswith("xl/externalLinks/") for n in names))
    for name in archive.members:
        if name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            content: list[bytes] = []
            _pass_through(archive, name, content.append)
            looked.small[name] = b"".join(content)
        elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
            looked.sheets[name] = XlsxCells(file=archive.file, limits=archive.limits)
            _pass_through(archive, name, looked.sheets[name].feed)
        else:
            _pass_through(archive, name, None)
    return looked


def _looked_over_ods(archive: Archive) -> Looked:
    kind = archive.read("mimetype") if "mimetype" in archive.members else b""
    if kind and not kind.startswith(_ODS_TYPE):
        raise UnreadableFile("archive", file=archive.file, value=kind.decode("ascii", "replace"))
    if b"encryption-data" in (
        archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.members else b""
    ):
        raise UnreadableFile("encrypted", file=archive.file)
    cells = OdsCells(file=archive.file, limits=archive.limits)
    for name in archive.members:
        _pass_through(archive, name, cells.feed if name == "content.xml" else None)
    return Looked()


def _pass_through(archive: Archive, name: str, look: Callable[[bytes], object] | None) -> None:
    """Inflate a member, counting; refuse entities in XML; show the bytes to `look`."""
    markup = name.endswith((".xml", ".rels", ".vml"))
    tail = b""
    for chunk in archive.inflate(name):
        if markup:
            _refuse_declarations(tail + chunk, archive, name)
            tail = chunk[-_LONGEST_DECLARATION:]
        if look is not None:
            look(chunk)


def _refuse_declarations(markup: bytes, archive: Archive, name: str) -> None:
    if any(word in markup for word in _DECLARATIONS):
        raise UnreadableFile("xml-entities", file=archive.file, value=name)


def _read_kmz(archive: Archive, *, limits: Limits) -> Table:
    places = [name for name in archive.members if name.lower().endswith(".kml")]
    if len(places) != 1:
        raise UnreadableFile("archive", file=archive.file, value=_some(archive.members))
    return read_kml(Given(name=archive.file, content=archive.read(places[0])), limits=limits)


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:5]) + (", ..." if len(listed) > 5 else "")
