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
    with _holding(data_dir / "in-use", fcntl.LOCK_EX if alone else fcntl.LOCK_SH):
        yield


@contextmanager
def the_only_door(data_dir: Path) -> Iterator[None]:
    """One process and its children serve the pages of this folder."""
    with _holding(data_dir / "served", fcntl.LOCK_EX):
        yield


@contextmanager
def _holding(file: Path, how: int) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _take(handle, how)
        yield
    finally:
        os.close(handle)


def _take(handle: int, how: int) -> None:
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        raise InUse from taken
