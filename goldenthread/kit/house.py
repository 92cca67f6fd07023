"""Which house this is. Asked many times a page, so remembered for as long as one request lasts."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

from goldenthread.kit.models import House

_remembered: ContextVar[list[House | None] | None] = ContextVar("remembered", default=None)


def the_house() -> House | None:
    """The house, or None while nobody has founded it."""
    kept = _remembered.get()
    if kept is None:
        return House.objects.first()
    if not kept:
        kept.append(House.objects.first())
    return kept[0]


def forget() -> None:
    """Ask the database again next time, because the house was changed just now."""
    if kept := _remembered.get():
        kept.clear()


def context(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the house that it stands in."""
    return {"house": the_house()}


class HouseMiddleware:
    """Remembers the house for the length of one request, so that it costs one query at most."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _remembered.set([])
        try:
            return self.get_response(request)
        finally:
            _remembered.reset(token)
