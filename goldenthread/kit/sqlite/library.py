"""Which SQLite this process uses. Import this before anything that may import sqlite3."""

import sys
from typing import Protocol

from django.core.exceptions import ImproperlyConfigured

try:
    import pysqlite3 as bundled
except ImportError:
    # No wheel for this machine: its own library may still be new enough.
    bundled = None

# Every version from 3.7.0 up to this one can lose commits when several processes write (the "WAL-reset bug").
SAFE_SINCE = (3, 51, 3)


def put_in_place() -> None:
    """Let every later `import sqlite3` find the bundled library: one process must never open one file with two of them."""
    if bundled:
        sys.modules["sqlite3"] = bundled
        sys.modules["sqlite3.dbapi2"] = bundled.dbapi2


class Library(Protocol):
    sqlite_version: str
    sqlite_version_info: tuple[int, ...]


def refuse_if_unsafe(library: Library) -> None:
    if library.sqlite_version_info < SAFE_SINCE:
        needed = ".".join(map(str, SAFE_SINCE))
        raise ImproperlyConfigured(
            f"Golden Thread needs SQLite {needed} or newer and found {library.sqlite_version}, which can lose what people wrote. "
            "Install the Python package pysqlite3 0.6.1 or newer, or use PostgreSQL (DATABASE_URL)."
        )
