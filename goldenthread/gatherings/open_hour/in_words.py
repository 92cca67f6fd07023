"""When and where an open hour is, for those who read the programme."""

from __future__ import annotations

from goldenthread.gatherings.open_hour.models import OpenHour
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.above import OpenHourInWords


def in_words(gathering: Gathering) -> OpenHourInWords | None:
    """In one query, for it is asked on the page that everybody reads: each round with each corner."""
    rows = OpenHour.objects.of(gathering).order_by("rounds__number", "corners__number")
    both = list(rows.values_list("rounds__words", "corners__words"))
    if not both:
        return None
    rounds, corners = (list(dict.fromkeys(filter(None, words))) for words in zip(*both, strict=True))
    return OpenHourInWords(rounds, corners)
