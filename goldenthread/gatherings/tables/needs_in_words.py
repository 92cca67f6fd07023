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
    if not people:
        return []
    without = len({seat.booking_id for seat in seats if not _has_all(seat)})
    is_old = any(seat.table.is_to_be_checked for seat in seats)
    words = (
        _of_another_place(people) if is_old else _where_some_have_not(people) if without else _where_all_have(people)
    )
    return [words % {"n": people, "without": without}]


def _of_another_place(people: int) -> str:
    return ngettext(
        "%(n)s person ticked what they need at their table. We can’t say whether they have it: what the tables offer was"
        " entered for another place.",
        "%(n)s people ticked what they need at their table. We can’t say whether they have it: what the tables offer was"
        " entered for another place.",
        people,
    )


def _where_all_have(people: int) -> str:
    return ngettext(
        "%(n)s person ticked what they need at their table, and has it wherever they sit.",
        "%(n)s people ticked what they need at their table, and have it wherever they sit.",
        people,
    )


def _where_some_have_not(people: int) -> str:
    return ngettext(
        "Of %(n)s person who ticked what they need at their table, %(without)s doesn’t have it in every round.",
        "Of %(n)s people who ticked what they need at their table, %(without)s don’t have it in every round.",
        people,
    )


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
