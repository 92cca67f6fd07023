"""Workbooks for tests: as programs save them, and as somebody would make them who means harm."""

import io
import zipfile

from openpyxl import Workbook

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/></manifest:manifest>'
)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def small_book() -> bytes:
    book = Workbook()
    book.worksheets[0].append(["Name", "Here"])
    return saved(book)


def with_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The same workbook with some parts changed or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return zipped({name: old.read(name) for name in old.namelist()} | parts)


def sheet_with(rows: bytes) -> bytes:
    """A small workbook with more rows, as they stand in its XML."""
    content = small_book()
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return with_parts(content, {SHEET: old.read(SHEET).replace(b"</sheetData>", rows + b"</sheetData>")})


def ods(*rows: str) -> bytes:
    table = f'<table:table table:name="People">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {NAMES}>{body}</office:document-content>"
    return zipped(
        {"mimetype": KIND.encode(), "META-INF/manifest.xml": MANIFEST.encode(), "content.xml": content.encode()}
    )


def row(cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def cell(text: str, times: int = 1) -> str:
    kind, words = ('office:value-type="string"', f"<text:p>{text}</text:p>") if text else ("", "")
    return f'<table:table-cell table:number-columns-repeated="{times}" {kind}>{words}</table:table-cell>'


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
