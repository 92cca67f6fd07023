"""Which house this is. Asked many times a page, so remembered for as long as one request lasts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

from goldenthread.kit.models import House
from goldenthread.kit.sql import query

_remembered: ContextVar[list[House | None] | None] = ContextVar("remembered", default=None)


def the_house() -> House | None:
    """The house, or None while nobody has founded it."""
    kept = _remembered.get()
    if kept is None:
        return _from_the_database()
    if not kept:
        kept.append(_from_the_database())
    return kept[0]


@contextmanager
def remembering() -> Iterator[None]:
    """Ask for the house once at most, until this is over: a request, or a few e-mails of the worker."""
    token = _remembered.set([])
    try:
        yield
    finally:
        _remembered.reset(token)


def forget() -> None:
    """Ask the database again next time, because the house was changed just now."""
    if kept := _remembered.get():
        kept.clear()


def _from_the_database() -> House | None:
    # Every request asks this, and composing the question took ten times as long as answering it.
    names = ["id", "name", "sentence", "is_sample", "clock_offset"]
    for *values, offset in query(f"SELECT {', '.join(names)} FROM kit_house"):  # noqa: S608 - the names above
        # SQLite knows no durations and keeps microseconds.
        shift = timedelta(microseconds=offset) if isinstance(offset, int) else offset
        return House.from_db(connection.alias, names, [*values, shift])
    return None


def context(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the house that it stands in."""
    return {"house": the_house()}


class HouseMiddleware:
    """Remembers the house for the length of one request, so that it costs one query at most."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with remembering():
            return self.get_response(request)
