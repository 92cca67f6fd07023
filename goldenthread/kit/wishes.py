"""What people asked of us once and for all: to be forgotten, to be written to less. It outlives every backup.

A house that is brought back knows nothing of what was asked since. So each wish is also a line in a file of its own, which
is in no backup and names nobody: whose wish it is can be recognised, not read.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac


def unreadable(words: str) -> str:
    """The same for the same words, under the key of this house; nobody can tell the words from it."""
    return salted_hmac("goldenthread.kit.wishes", words.strip().lower(), algorithm="sha256").hexdigest()


def book() -> Path:
    return Path(settings.DATA_DIR, "wishes.txt")


def write_down(*wish: str) -> None:
    write_all_down([wish])


def write_all_down(wished: Iterable[Sequence[str]]) -> None:
    """One line for each, on the disk when this returns. Called last in the transaction that grants the wish: a line too many does
    what somebody asked for, a line too few would break a promise."""
    at = timezone.now().isoformat()
    # Each begins with a break too, so that a torn line before it stays alone.
    lines = "".join(f"\n{json.dumps([at, *wish])}\n" for wish in wished)
    handle = os.open(book(), os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        os.write(handle, lines.encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def all_of_them() -> Iterator[list[str]]:
    """Every wish, in the order in which they were made. To grant them all once more changes nothing: the last one counts."""
    for line in book().read_text().splitlines() if book().exists() else []:
        # A power cut can leave a torn line behind: nobody was answered yet, so nothing was promised.
        with suppress(ValueError):
            _at, *wish = json.loads(line)
            yield wish
