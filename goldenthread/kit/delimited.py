"""CSV of any make, for `goldenthread.kit.spreadsheets`: whatever encoding and delimiter, known by their look."""

import csv
import io
import re
from collections.abc import Iterator

from goldenthread.kit.cells import MOST_ROWS, Unreadable, plain, shown

# A row as it was read: the line in the file where it begins, and what its cells say.
Found = tuple[int, list[str]]


def lines(name: str, content: bytes) -> Iterator[Found]:
    return _lines(name, _decoded(name, content))


def _decoded(name: str, content: bytes) -> str:
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


def _lines(name: str, text: str) -> Iterator[Found]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if told := re.fullmatch(r'"?sep=(.)"?', first.strip("\r\n"), re.IGNORECASE):
        delimiter, skip = told[1], 1
    else:
        delimiter, skip = _delimiter(first), 0
    # strict: a quotation mark that never closes would otherwise swallow everybody below it.
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    began = 1
    try:
        for number, cells in enumerate(lines):
            if number > MOST_ROWS:
                raise Unreadable(f"{name} has more than {MOST_ROWS} lines.")
            if number >= skip or not any(cells):
                yield began, [plain(shown(cell)) for cell in cells]
            began = lines.line_num + 1
    except csv.Error:
        raise Unreadable(
            f'Line {began} of {name}: a quotation mark (") is opened there and not closed properly.'
        ) from None


def _delimiter(heading: str) -> str:
    """The sign that stands most often between headings; one that nobody types if there is only one column."""
    bare = re.sub(r'"[^"]*"', "", heading)
    best = max("\t;,|", key=bare.count)
    return best if best in bare else "\x1f"
