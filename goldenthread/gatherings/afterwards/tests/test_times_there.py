"""From when until when somebody was there, as their certificate says it."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.afterwards.attending import hours_in_words, times_in_words
from goldenthread.gatherings.day.models import Standing

HERE, LATE, LEFT = Standing.HERE, Standing.LATE, Standing.LEFT


@pytest.mark.parametrize(
    ("presses", "times"),
    [
        ([(HERE, 0)], "all of it, 9:30 to 16:30"),
        ([(LATE, 37)], "10:37 to 16:30"),
        ([(HERE, 0), (LEFT, 60), (HERE, 120)], "9:30 to 11:00, 12:00 to 16:30"),
        ([(HERE, 0), (LEFT, 900)], "all of it, 9:30 to 16:30"),
        ([(LATE, 385)], ""),
    ],
)
def test_when_somebody_was_there_is_said_in_words(today, at, presses, times):
    assert times_in_words([(standing, at(minutes)) for standing, minutes in presses], today) == times


def test_without_hours_in_the_plan_no_times_are_said(today, at):
    today.to_time = None

    assert times_in_words([(HERE, at(0))], today) == ""


def test_hours_are_those_between_the_times_beside_them(today, at):
    presses = [(LATE, at(45) + timedelta(seconds=50)), (LEFT, at(390) + timedelta(seconds=10))]

    assert (times_in_words(presses, today), hours_in_words(presses, today)) == ("10:45 to 16:30", "5 hours 45 minutes")
