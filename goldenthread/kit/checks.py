"""What this house refuses to run with, told by `goldenthread check` and before it opens."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connections

FULL = 2


def the_cache_is_shared(**kwargs: Any) -> list[CheckMessage]:
    """Limits on guessing codes live in the cache: one that each process keeps for itself multiplies them."""
    if settings.CACHES["default"]["BACKEND"].endswith((".LocMemCache", ".DummyCache")):
        return [
            Error(
                "Each process would keep a cache of its own, and limits on guessing codes would not hold.",
                hint="Leave CACHE_URL empty to keep it in the database, or name a Valkey or Redis server.",
                id="house.E001",
            )
        ]
    return []


def sqlite_keeps_its_promises(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """An answered request survives a power cut only with FULL."""
    sqlite_connections = [connections[alias] for alias in databases or [] if connections[alias].vendor == "sqlite"]
    return [
        Error(
            f"{connection.settings_dict['NAME']} would lose answered requests at a power cut.",
            hint='The database ENGINE must be "goldenthread.kit.sqlite", without options that undo its promises.',
            id="house.E002",
        )
        for connection in sqlite_connections
        if _ask(connection, "synchronous") < FULL
    ]


def _ask(connection: Any, pragma: str) -> int:
    with connection.cursor() as cursor:
        return int(cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
