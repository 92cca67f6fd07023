"""A stamp of the whole database: another value after any commit by anybody, and next to nothing to read.

How it was chosen, what it costs and why it may be trusted: docs/decisions/0002-the-version-stamp.md.
"""

import itertools
import os
from threading import Lock
from time import monotonic
from typing import Any
from urllib.parse import quote

from django.db import Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper

# PostgreSQL is asked over a wire, so one answer serves for this long; SQLite is asked every time.
ONE_ANSWER_SERVES = 0.05
# A restored file takes the place of the old one under the same name. We look whether it did this often.
LOOK_AT_THE_FILE = 0.25

_number = itertools.count(1)
_lock = Lock()
_watch: "SQLiteWatch | PostgreSQLWatch | None" = None
_inherited: list[object] = []


def current() -> str:
    """Two equal answers mean that nothing was committed in between. Comparable within one process only."""
    database: Any = connections["default"]
    # What a thread sees inside its transaction nobody else sees, so nothing may be kept under a stamp taken there.
    if database.in_atomic_block:
        return _unlike_any_other()
    try:
        with _lock:
            return _watching(database).read(database)
    except (Error, database.Database.Error, OSError):
        # No file, as for a moment in a restore and always with a database in memory; or a server that restarts.
        _give_up(database)
        return _unlike_any_other()


def ask_anew() -> None:
    """The next answer is of that moment, also where one serves for a while."""
    with _lock:
        if _watch:
            _watch.ask_anew()


def close() -> None:
    """Let go of the database, for instance before a test throws it away."""
    global _watch  # noqa: PLW0603  one watch per process is the point
    with _lock:
        if _watch:
            _watch.close()
        _watch = None


class SQLiteWatch:
    """A connection of our own: SQLite tells a connection about everybody's commits but its own."""

    def __init__(self, database: Any) -> None:
        self.name = str(database.settings_dict["NAME"])
        self.number = next(_number)
        self.file = _identity(self.name)
        self.looked_at = monotonic()
        # The same library that Django uses: two of them on one file would drop each other's locks. Writable only in
        # name, so that closing it last can still fold the write-ahead log away.
        self.connection: Any = database.Database.connect(
            f"file:{quote(self.name)}?mode=rw", uri=True, timeout=1, isolation_level=None, check_same_thread=False
        )
        self.connection.execute("PRAGMA query_only = ON")

    def read(self, _database: BaseDatabaseWrapper) -> str:
        # The value counts for this connection only, therefore its number.
        return f"{self.number}.{self.connection.execute('PRAGMA data_version').fetchone()[0]}"

    def serves(self, database: BaseDatabaseWrapper) -> bool:
        """Whether this is still the file that Django reads."""
        if self.name != str(database.settings_dict["NAME"]):
            return False
        if monotonic() - self.looked_at < LOOK_AT_THE_FILE:
            return True
        self.looked_at = monotonic()
        return _identity(self.name) == self.file

    def ask_anew(self) -> None:
        """It is asked each time."""

    def close(self) -> None:
        self.connection.close()


class PostgreSQLWatch:
    """Asks, on Django's own connection, which transactions are finished."""

    def __init__(self, _database: BaseDatabaseWrapper) -> None:
        self.number = next(_number)
        self.asked_at = -ONE_ANSWER_SERVES
        self.answer = ""

    def read(self, database: BaseDatabaseWrapper) -> str:
        now = monotonic()
        if now - self.asked_at >= ONE_ANSWER_SERVES:
            with database.cursor() as cursor:
                cursor.execute("SELECT pg_current_snapshot()::text")
                self.answer = f"{self.number}.{cursor.fetchone()[0]}"
            self.asked_at = now
        return self.answer

    def serves(self, _database: BaseDatabaseWrapper) -> bool:
        return True

    def ask_anew(self) -> None:
        self.asked_at = -ONE_ANSWER_SERVES

    def close(self) -> None:
        """Nothing of its own to close."""


def _watching(database: BaseDatabaseWrapper) -> SQLiteWatch | PostgreSQLWatch:
    global _watch  # noqa: PLW0603
    if _watch is None or not _watch.serves(database):
        if _watch:
            _watch.close()
        _watch = None
        _watch = (SQLiteWatch if database.vendor == "sqlite" else PostgreSQLWatch)(database)
    return _watch


def _identity(name: str) -> tuple[int, int]:
    file = os.stat(name)
    return file.st_dev, file.st_ino


def _unlike_any_other() -> str:
    return f"once.{next(_number)}"


def _give_up(database: BaseDatabaseWrapper) -> None:
    """Start again next time."""
    close()
    if database.vendor != "sqlite":
        database.close()


def _in_child() -> None:
    """SQLite forbids using, and even closing, a connection that was opened before a fork: lay it aside."""
    global _watch, _lock
    _inherited.append(_watch)
    _watch, _lock = None, Lock()


os.register_at_fork(after_in_child=_in_child)
