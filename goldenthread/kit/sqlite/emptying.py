"""Emptying the write-ahead log: what was deleted stays readable in it until it is used again."""

from django.db import OperationalError, connection

# Whoever still reads an older page holds it up. Nobody who leaves should wait for them longer than this.
PATIENCE_IN_MILLISECONDS = 1000


def empty_the_log() -> bool:
    """Whether nothing is left in it. PostgreSQL keeps its own log, and needs none of this."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_IN_MILLISECONDS}")
        try:
            was_busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except OperationalError:
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
    return not was_busy
