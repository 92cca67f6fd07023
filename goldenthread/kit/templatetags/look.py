"""Small things that pages draw: seats, initials, the address of the sheet."""

from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from django import template
from django.conf import settings
from django.templatetags.static import static

register = template.Library()

MOST_SEATS_DRAWN = 200
TINTS = 6


class Five(NamedTuple):
    """Up to five seats in a row: how long the dotted lines are that draw all of them, and those that are taken."""

    all: str
    taken: str


def dots(number: int) -> str:
    """The length of a line whose dots, 16 apart, are this many. Nothing for none."""
    return f"{(number - 1) * 16}.1" if number > 0 else ""


@register.filter
def seats(taken: int, of: int) -> Iterator[Five]:
    """The seats in fives. More people than were hoped for get seats as well; a crowd is told in words only."""
    total = max(taken, of)
    if total <= MOST_SEATS_DRAWN:
        for first in range(0, total, 5):
            yield Five(dots(min(5, total - first)), dots(min(5, taken - first)))


@register.filter
def initials(name: str) -> str:
    """One or two letters that stand for a name, in any script."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def tint(name: str) -> int:
    """Which of the soft colours: the same for the same name, and meaning nothing."""
    return crc32(str(name).encode()) % TINTS


@register.simple_tag
def sheet() -> str:
    """The address of thread.css, even in a house whose static files were never collected."""
    try:
        return static("thread.css")
    except ValueError:
        return f"{settings.STATIC_URL}thread.css"
