"""When the day moves, its programme moves with it, and the convenors are asked to look."""

from datetime import date, time

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing

MOVED = "The programme moved with the day"


@pytest.fixture
def replan(spring, ada):
    def replanned(**plan):
        now = Gathering.objects.get(pk=spring.pk)
        now.replan(plan, since=now.sequence, by=ada, is_small=False)

    return replanned


def places():
    return [f"{placing.day:%d %B} {placing.from_time:%H:%M}" for placing in Placing.objects.in_order()]


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2027, 4, 21), ["21 April 10:00", "22 April 10:00", "23 April 10:00"]),
        (date(2027, 4, 19), ["19 April 10:00", "20 April 10:00", "21 April 10:00"]),
    ],
)
def test_by_as_many_days_also_where_one_comes_to_stand_where_another_was(day, after, hall, a_session, held, replan):
    for number in (1, 2, 3):
        held(a_session(f"Tea {number}"), "10:00", hall, day=date(2027, 4, 19 + number))

    replan(day=day)

    assert places() == after
    assert set(Placing.objects.values_list("version", flat=True)) == {2}


def test_another_hour_or_zone_moves_nothing(hall, a_session, held, replan):
    held(a_session("Tea"), "10:00", hall)

    replan(from_time=time(11))
    replan(time_zone="Europe/Athens")

    assert places() == ["20 April 10:00"]


def test_a_day_that_nobody_knows_any_more_moves_nothing(hall, a_session, held, replan):
    held(a_session("Tea"), "10:00", hall)

    replan(day=None)
    replan(day=date(2027, 5, 1))

    assert places() == ["20 April 10:00"]


def test_the_convenors_are_asked_to_look(spring, hall, a_session, held, answers_of):
    assert answers_of("programme").after_a_new_time(spring) == ""

    held(a_session("Tea"), "10:00", hall)

    assert MOVED in answers_of("programme").after_a_new_time(spring)
