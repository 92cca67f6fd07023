"""The rules of the day, to the moment."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.plan.models import Cancellation, Gathering, Postponement

START, END = datetime(2027, 4, 20, 8, 30, tzinfo=UTC), datetime(2027, 4, 20, 15, 30, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)


@pytest.fixture
def tea(db):
    """Not saved: what is asked of it here, it knows itself. The clock asks for the site."""
    return Gathering(title="Tea", day=date(2027, 4, 20), from_time=time(9, 30), to_time=time(16, 30))


@pytest.mark.parametrize(
    ("now", "may"),
    [
        (START - timedelta(hours=4) - A_MOMENT, False),
        (START - timedelta(hours=4), True),
        (END + timedelta(hours=12), True),
        (END + timedelta(hours=12) + A_MOMENT, False),
    ],
)
def test_doors_are_open_from_four_hours_before_until_twelve_after(tea, now, may):
    assert rules.may_arrive(tea, now) is may


@pytest.mark.parametrize("days", [{}, {"last_day": date(2027, 4, 20)}])
def test_nobody_arrives_at_what_has_no_first_day(days):
    assert rules.may_arrive(Gathering(title="Tea", **days), START) is False


@pytest.mark.parametrize("fact", [Cancellation, Postponement])
def test_nobody_arrives_at_what_does_not_go_ahead(tea, fact):
    booking = Booking(gathering=tea, state=State.COMING)
    fact(gathering=tea)

    assert (rules.may_arrive(tea, START), rules.may_show_code(booking, START)) == (False, False)


@pytest.mark.parametrize(("now", "may"), [(END, True), (END + A_MOMENT, False)])
def test_a_code_is_shown_until_it_is_over(tea, now, may):
    assert rules.may_show_code(Booking(gathering=tea, state=State.COMING), now) is may


@pytest.mark.parametrize("state", [state for state in State if state is not State.COMING])
def test_no_code_is_shown_to_who_does_not_come_for_certain(tea, state):
    assert rules.may_show_code(Booking(gathering=tea, state=state), START) is False


def test_without_a_day_it_is_never_over():
    assert rules.is_over(Gathering(title="Tea"), END) is False


@pytest.mark.parametrize(("standing", "needs"), [("late", True), ("left", True), ("here", False), ("absent", False)])
def test_a_time_is_asked_for_only_when_it_is_over(tea, standing, needs):
    answers = [rules.needs_a_time(Standing(standing), tea, now) for now in (END, END + A_MOMENT)]

    assert answers == [False, needs]
