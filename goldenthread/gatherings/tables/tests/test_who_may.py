"""The rules of tables, to the moment."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.rules import may_see_neighbours, may_wish

END = datetime(2027, 4, 20, 15, 30, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)
# Who wishes, and who reads names.
MAY = {State.COMING: (True, True), State.KEPT: (True, False), State.EXPECTED: (True, False)}


@pytest.fixture
def tea(db):
    """Not saved: what is asked of it here, it knows itself. The clock asks for the site."""
    return Gathering(title="Tea", day=date(2027, 4, 20), to_time=time(16, 30))


@pytest.mark.parametrize("state", State)
def test_whoever_has_a_place_wishes_and_who_proved_their_address_reads_names(tea, state):
    booking = Booking(gathering=tea, state=state)

    assert (may_wish(booking, END), may_see_neighbours(booking)) == MAY.get(state, (False, False))


@pytest.mark.parametrize(("now", "may"), [(END, True), (END + A_MOMENT, False)])
def test_wishes_count_until_it_is_over(tea, now, may):
    assert may_wish(Booking(gathering=tea, state=State.COMING), now) is may


def test_without_a_day_there_is_time_to_wish(db):
    assert may_wish(Booking(gathering=Gathering(title="Tea"), state=State.COMING), END) is True
