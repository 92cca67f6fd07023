"""Answers of what is on another day, that nobody knows, are not kept for ever."""

from datetime import UTC, datetime

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import BookingAnswer
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering


def test_ninety_days_after_the_day_that_was_they_go(answered, train, room, ada):
    turns.postpone(room, by=ada)
    left = []
    for day in (18, 19):
        chores.forget_answers(datetime(2027, 7, day, 9, tzinfo=UTC))
        left.append(BookingAnswer.objects.count())

    assert left == [1, 0]
    postponed = Gathering.objects.with_facts().get(pk=room.pk)
    assert train.until_in_words(postponed) == "Deleted on 19 July 2027 if there’s no new day by then"
