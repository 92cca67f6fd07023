"""Whether people have at their tables what they ticked, and how much nobody could check, for convenors, who may read all of it.

It is counted when it is read, of the seats as they are: who it is stands on the page of needs, and reading that is written down.
"""

from __future__ import annotations

from django.utils.translation import ngettext

from goldenthread.gatherings.tables.coming import to_be_seated
from goldenthread.gatherings.tables.hard_needs import ticked
from goldenthread.gatherings.tables.models import Mix, Seat


def needs_in_words(mix: Mix) -> list[str]:
    """Nothing where nobody told anything."""
    return [*_of_ticks(mix), *_of_words(mix)]


def _of_ticks(mix: Mix) -> list[str]:
    seats = mix.seats.filter(round__number__gte=mix.from_round).exclude(booking__table_needs="")
    seats = seats.select_related("booking", "table")
    people = len({seat.booking_id for seat in seats})
    without = len({seat.booking_id for seat in seats if not _has_all(seat)})
    if not people:
        return []
    if not without:
        words = ngettext(
            "%(n)s person ticked what they need at their table, and has it wherever they sit.",
            "%(n)s people ticked what they need at their table, and have it wherever they sit.",
            people,
        )
        return [words % {"n": people}]
    words = ngettext(
        "Of %(n)s person who ticked what they need at their table, %(without)s doesn’t have it in every round.",
        "Of %(n)s people who ticked what they need at their table, %(without)s don’t have it in every round.",
        people,
    )
    return [words % {"n": people, "without": without}]


def _has_all(seat: Seat) -> bool:
    return ticked(seat.booking) <= set(seat.table.features)


def _of_words(mix: Mix) -> list[str]:
    written = to_be_seated(mix.arrangement.gathering).with_needs_in_words().filter(table_needs="").count()
    if not written:
        return []
    words = ngettext(
        "%(n)s person wrote what they need in their own words, with nothing ticked for their table, so we couldn’t check it.",
        "%(n)s people wrote what they need in their own words, with nothing ticked for their table, so we couldn’t check it.",
        written,
    )
    return [words % {"n": written}]
