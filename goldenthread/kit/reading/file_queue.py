"""One file after the other, whichever process of the house reads it: the second is asked to come back at once."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.one_at_a_time import waiting

# A list takes a fraction of a second, so a short wait is mostly enough. Whoever waits keeps a thread from others.
PATIENCE, A_MOMENT = 0.5, 0.05
QUEUE = "reading"


@contextmanager
def a_turn() -> Iterator[None]:
    """Raises Unreadable if somebody else's file is still being read. The system lets go of it, whatever happens to us."""
    handle = os.open(Path(settings.DATA_DIR, QUEUE), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        with waiting():
            _wait_for(handle, until=time.monotonic() + PATIENCE)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, until: float) -> None:
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Unreadable(
                    "Another list is being read just now. Please choose yours once more in a moment."
                ) from None
            time.sleep(A_MOMENT)
