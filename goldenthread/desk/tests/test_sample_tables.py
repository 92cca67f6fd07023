"""The launch of the sample house has tables: planned from the first day on, and announced a week before."""

import pytest
from django.utils import timezone

from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import Mix
from goldenthread.kit import clock


@pytest.fixture
def sample_home(db):
    load(timezone.now())


def test_everybody_sits_in_every_round(sample_home):
    mix = Mix.objects.get()

    assert (mix.is_done, mix.seats.count()) == (True, 64 * 3)
    assert mix.arrangement.tables.exclude(host=None).count() == 8


@pytest.mark.parametrize(("word", "rounds"), [("planning", 0), ("a-week-before", 3), ("the-day", 3), ("afterwards", 3)])
def test_people_see_their_tables_from_a_week_before(sample_home, word, rounds):
    clock.move_to(BY_WORD[word].moment)
    booking = Booking.objects.filter(gathering=Gathering.objects.get(slug="launch")).first()

    assert booking is not None
    assert len(my_tables(booking)) == rounds
