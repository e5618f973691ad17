"""Makes workbooks, sound and unsound, as bytes."""

from __future__ import annotations

import io
import struct
import zipfile

from openpyxl import Workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def xlsx(*rows, merge=(), sheets_before=()):
    """A workbook with one sheet of rows after the (empty) ones named."""
    book = Workbook()
    sheet = book.active
    for position, name in enumerate(sheets_before):
        book.create_sheet(name, position)
    for row in rows:
        sheet.append(row)
    for cells in merge:
        sheet.merge_cells(cells)
    return _saved(book)


def _saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    """An archive of (name -> text or bytes)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(workbook, name, content):
    """The workbook with one member replaced or added."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped({**members, name: content})


def sheet_xml(cells):
    """The XML of a worksheet with exactly these cells."""
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )


def text_cell(at, text):
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(body):
    """An ODS document with one table of the given rows."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMESPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="Clubes">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODS_TYPE, "META-INF/manifest.xml": "<m/>", "content.xml": content})


def ods_row(*texts, times=1):
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>'
        for t in texts
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def lying(workbook, name, size):
    """The workbook with `name` inflating to `size` bytes while the directory says 1,000."""
    honest = changed(workbook, name, b" " * size)
    return claiming(honest, name, 1_000)


def claiming(archive, name, size):
    """The archive with the unpacked size of a member written anew, whatever it really is."""
    data = bytearray(archive)
    for signature, offset, name_offset in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = data.find(signature)
        while at >= 0:
            if data[at + name_offset :].startswith(name.encode()):
                data[at + offset : at + offset + 4] = struct.pack("<I", size)
            at = data.find(signature, at + 4)
    return bytes(data)


def shifted(archive, by):
    """The archive whose directory says that it begins so many bytes later."""
    at = archive.rfind(b"PK\x05\x06") + 16
    (start,) = struct.unpack("<I", archive[at : at + 4])
    return archive[:at] + struct.pack("<I", start + by) + archive[at + 4 :]


def with_tail(member, name="xl/workbook.xml"):
    """An archive in which a member's packed bytes go on after their own end."""
    archive = bytearray(zipped({name: member}))
    extra = 1_000
    at = archive.find(b"PK\x01\x02")
    (packed,) = struct.unpack("<I", archive[at + 20 : at + 24])
    archive[at + 20 : at + 24] = struct.pack("<I", packed + extra)
    archive[at:at] = bytes(extra)
    end = archive.rfind(b"PK\x05\x06") + 16
    archive[end : end + 4] = struct.pack("<I", at + extra)
    return bytes(archive)


def bomb(packed_size):
    """An archive that calls itself XLSX and inflates a thousandfold."""
    return zipped(
        {"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": b"0" * packed_size * 1000}
    )


def encrypted_xlsx():
    """The beginning of what Excel writes for a workbook with a password."""
    return OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
