import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class InUse(Exception):
    """Somebody else holds what we wanted to ourselves."""


@contextmanager
def open_house(data_dir: Path, *, alone: bool = False) -> Iterator[None]:
    """Tells everybody on this machine that the house is in use; the system forgets it when our last child is gone."""
    data_dir.mkdir(parents=True, exist_ok=True)
    handle = os.open(data_dir / "in-use", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _take(handle, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(handle)


def _take(handle: int, how: int) -> None:
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        raise InUse from taken
