"""An answer in a file: JSON, CSV or a spreadsheet, as the file's name ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from goldenthread.kit.spreadsheets import as_csv, as_xlsx

ENDINGS = (".json", ".csv", ".xlsx")


def write_answer(file: Path | None, answer: object, rows: Sequence[Sequence[object]], title: str) -> None:
    """`answer` is the whole answer for JSON, `rows` its table with headings first. Without a file, JSON on standard output."""
    if file is None:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    elif file.suffix == ".csv":
        file.write_bytes(as_csv(rows))
    elif file.suffix == ".xlsx":
        file.write_bytes(as_xlsx(rows, title))
    else:
        file.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def refuse(trouble: str, code: int) -> int:
    """Say why on standard error; answer the exit code."""
    sys.stderr.write(trouble + "\n")
    return code
