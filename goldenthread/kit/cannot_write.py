"""Which errors mean that nothing can be written just now, whatever is asked: the lock is taken, or the disk is full."""

import errno
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError, connection

# SQLite's own numbers, without their finer shades: busy, locked, read-only, trouble with the disk, full.
BUSY_ON_SQLITE, NO_ROOM_ON_SQLITE = {5, 6}, {8, 10, 13}
NO_ROOM_ON_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
# PostgreSQL: disk full, read-only, and every one of its "insufficient resources".
NO_ROOM_ON_POSTGRESQL = ("53", "25006")


def is_busy(error: BaseException) -> bool:
    """Somebody else has the lock of a SQLite database."""
    return any(_number(cause) in BUSY_ON_SQLITE for cause in _causes(error))


def has_no_room(error: BaseException) -> bool:
    """It will not be mended by waiting a moment: somebody has to make room."""
    return any(
        _number(cause) in NO_ROOM_ON_SQLITE
        or (isinstance(cause, OSError) and cause.errno in NO_ROOM_ON_DISK)
        or (getattr(cause, "sqlstate", None) or "").startswith(NO_ROOM_ON_POSTGRESQL)
        for cause in _causes(error)
    )


def cannot_write_now(error: BaseException) -> bool:
    """Also a server that restarts. A mistake of ours, such as a table that is missing, is none of these."""
    if is_busy(error) or has_no_room(error):
        return True
    on_a_server = connection.vendor != "sqlite"
    return on_a_server and any(isinstance(cause, OperationalError | InterfaceError) for cause in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from: Django wraps what the database says, and sessions wrap what Django says."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _number(error: BaseException) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
