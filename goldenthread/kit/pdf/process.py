"""The process that sets one PDF: `python -m goldenthread.kit.pdf.process`.

It takes a template and its data as JSON, and writes the PDF. A compiler keeps what it has compiled, so it lives no longer
than its document: the processes that serve pages stay as small as they were.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from goldenthread.kit.pdf.fonts import CannotBeSet
from goldenthread.kit.pdf.setting import typeset_here

# Whoever looks at a page goes first.
NICENESS = 10


def main() -> int:
    os.nice(NICENESS)
    template, data = json.load(sys.stdin.buffer)
    try:
        sys.stdout.buffer.write(typeset_here(Path(template), data))
    except CannotBeSet as refused:
        sys.stderr.write(f"{Path(template).name}: {refused}\n")
        return os.EX_DATAERR
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main())
