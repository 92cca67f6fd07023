"""One thing that a convenor could do next: what and why, in a line each, and the page on which one does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.gatherings.pages.convening.how_it_stands import Facts


@dataclass(frozen=True)
class Step:
    """Nothing here is late, and nothing counts down."""

    what: str
    why: str
    press: str
    path: str


# Whether it is time for a step, and which; None while it is not.
Rule = Callable[[Facts], Step | None]


def leads_to(facts: Facts, name: str, *more: str) -> str:
    return reverse(name, args=[facts.gathering.slug, *more])
