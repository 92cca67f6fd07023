"""Whoever answers a request takes the connection to the database that was given back last.

Django gives each thread a connection of its own. Ours take turns, so that each of eight would answer every eighth request, with
pages that SQLite has to read anew because others wrote meanwhile: a press cost a tenth more, and eight remember what one needs to.
Now a process has as many connections as ever worked or waited at once: mostly one.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.kit.one_at_a_time import Application, Environ


class ConnectionsInTurn:
    """Stands around the cache of pages, and Django within."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.free: list[BaseDatabaseWrapper] = []

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        connections[DEFAULT_DB_ALIAS] = database = self._take()
        try:
            return self.application(environ, start_response)
        finally:
            # Before others may take it: what Django does at the end of a request, it must not do to theirs.
            del connections[DEFAULT_DB_ALIAS]
            self.free.append(database)

    def _take(self) -> BaseDatabaseWrapper:
        try:
            return self.free.pop()
        except IndexError:
            database = connections.create_connection(DEFAULT_DB_ALIAS)
            # One at a time, but not always the same thread.
            database.inc_thread_sharing()
            return database
