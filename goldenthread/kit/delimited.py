"""CSV of any make, for `goldenthread.kit.spreadsheets`: whatever encoding and delimiter, known by their look."""

import csv
import io
import re
from collections.abc import Iterator

from goldenthread.kit.cells import Unreadable, cell_text, plain
from goldenthread.kit.headings import is_heading

# What may stand between cells.
SIGNS = "\t;,|"
# A row as it was read: the line in the file where it begins, and what its cells say.
Found = tuple[int, list[str]]
# Excel's own line about the delimiter.
SEP = re.compile(r'"?sep=(.)"?[\r\n]', re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"')


def decoded(name: str, content: bytes) -> str:
    """UTF-16 and UTF-8 by their marks or their look; anything else is what Excel on Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    elif content[1:40:2].strip(b"\x00") == b"" and len(content) > 1:
        text = content.decode("utf-16-le", errors="replace")
    elif content[0:40:2].strip(b"\x00") == b"" and len(content) > 1:
        text = content.decode("utf-16-be", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Unreadable(f"{name} is not a spreadsheet that we can read. Please save it as .xlsx or as CSV.")
    return text


def lines(name: str, text: str) -> Iterator[Found]:
    separator = SEP.match(text)
    delimiter, skip = (separator[1], 1) if separator else (_delimiter(text[:20_000]), 0)
    # strict: a quotation mark that never closes would otherwise swallow everybody below it.
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    began = 1
    try:
        for number, cells in enumerate(lines):
            if number >= skip or not any(cells):
                yield began, [plain(cell_text(cell)) for cell in cells]
            began = lines.line_num + 1
    except csv.Error:
        raise Unreadable(
            f'Line {began} of {name}: a quotation mark (") is opened there and not closed properly.'
        ) from None


def _delimiter(start: str) -> str:
    """What stands between headings, and as often in the lines below; a sign that nobody types if there is one column. A title of
    one cell may stand above the headings."""
    rows = [line for line in QUOTED.sub(_without_signs, start).splitlines() if line.strip()][:10] or [""]
    parted = [(at, sign) for at, row in enumerate(rows) for sign in SIGNS if sign in row]
    headed = [(at, sign) for at, sign in parted if is_heading([cell.strip() for cell in rows[at].split(sign)])]

    def likely(place: tuple[int, str]) -> tuple[int, int, int]:
        at, sign = place
        often = rows[at].count(sign)
        return sum(line.count(sign) == often for line in rows[at + 1 :]), often, -at

    return max(headed or [(at, sign) for at, sign in parted if not at], key=likely, default=(0, "\x1f"))[1]


def _without_signs(quoted: re.Match[str]) -> str:
    return re.sub(r'[\t;,|\r\n"]+', " ", quoted[0])
