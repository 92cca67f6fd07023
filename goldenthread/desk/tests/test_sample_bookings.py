"""The launch of the sample house can be booked, whatever its clock says."""

import pytest
from django.utils import timezone

from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import POSITIONS
from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Owed, State
from goldenthread.outbox.models import Email


@pytest.fixture
def sample_home(db):
    load(timezone.now())


def test_its_seats_are_taken_by_invented_people(client, sample_home):
    page = client.get("/gatherings/launch/").content.decode()

    assert [
        words in page for words in ("Keep me a place", "Places are still free.", "about 20 of 40", "about 5 of 25")
    ] == [True] * 4
    assert Booking.objects.exclude(email__endswith="@example.org").count() == 0
    assert HeldPlaces.objects.count() == 2


@pytest.mark.parametrize("position", POSITIONS, ids=lambda position: position.word)
def test_nobody_loses_a_place_and_nobody_is_written_to_when_the_clock_is_moved(sample_home, position):
    for chore in (chores.remind, chores.release, chores.move_lines, chores.write_emails, chores.forget_needs):
        chore(position.moment)

    assert set(Booking.objects.values_list("state", flat=True)) == {State.COMING}
    assert (Owed.objects.count(), Email.objects.count()) == (0, 0)
    assert Booking.objects.with_needs().count() == 5
