"""What was done to bookings stands in the journal, and by whom."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm, say_yes_for
from goldenthread.gatherings.bookings.giving_up import Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.journal.models import Entry


@pytest.fixture
def written(full):
    """What was written since, of everybody's bookings."""
    before = Entry.objects.count()

    def written():
        return [(str(entry.by or ""), entry.did) for entry in Entry.objects.order_by("pk")[before:]]

    return written


@pytest.mark.parametrize(
    ("act", "entries"),
    [
        (lambda full, now, ada: confirm(full["Ann"], now), [("Ann", "confirmed a booking")]),
        (
            lambda full, now, ada: give_up(full["Ann"], State.CANCELLED, now=now, by=ada),
            [("Ada Foxglove", "ended a booking: cancelled"), ("", "offered a place")],
        ),
        (
            lambda full, now, ada: give_to(full["Ann"], Friend("Flo", "flo@example.org"), now=now),
            [("", "gave their place to a friend")],
        ),
        (
            lambda full, now, ada: say_yes_for(full["Ann"], now=now, by=ada),
            [("", "confirmed a booking"), ("Ada Foxglove", "wrote down that somebody comes")],
        ),
    ],
)
def test_each_act_is_written_down(full, now, ada, written, act, entries):
    act(full, now, ada)

    assert written() == entries


def test_so_is_what_was_typed_when_they_asked_again(full, ask, now, written):
    confirm(ask("Ann", line="Later"), now)

    assert written() == [("", "confirmed what they typed when they asked again"), ("Ann", "confirmed a booking")]
    assert Booking.objects.get(pk=full["Ann"].pk).line == "Later"
