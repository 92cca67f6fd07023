"""How many come, as convenors read it before they make tables: whoever is only expected is not said to be coming."""

from __future__ import annotations

from django.db.models import Q, Sum
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.coming import to_be_seated


def who_comes_in_words(gathering: Gathering) -> str:
    """Seats, not bookings. Empty while nobody has one."""
    said_yes = Q(state=State.COMING)
    seats = to_be_seated(gathering).aggregate(coming=Sum("seats", filter=said_yes), more=Sum("seats", filter=~said_yes))
    return coming_in_words(seats["coming"] or 0, seats["more"] or 0)


def coming_in_words(coming: int, expected: int) -> str:
    are_coming = ngettext("%(n)s person is coming so far.", "%(n)s people are coming so far.", coming) % {"n": coming}
    are_expected = ngettext(
        "%(n)s is expected, and hasn’t said yes yet.", "%(n)s are expected, and haven’t said yes yet.", expected
    ) % {"n": expected}
    return " ".join([are_coming] * bool(coming) + [are_expected] * bool(expected))
