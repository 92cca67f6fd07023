"""What the day answers to those below: who is here, who has gone, who took part; and what is forgotten after several days."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.day.chores import forget_day_sheets, forget_unread_lines, tie_threads
from goldenthread.gatherings.day.models import DaySheet, Reflection, Standing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.everything import rows_of
from goldenthread.threads.models import Thread


def keys(people, names):
    return {people[name].pk for name in names.split()}


@pytest.fixture
def day(answers_of):
    return answers_of("day")


def test_before_anybody_came_nobody_looks_who_is_here(day, today, bos):
    assert (day.present(today), day.gone(today)) == (None, set())


def test_whoever_joined_late_is_here_and_whoever_left_or_sent_word_has_gone(day, today, sat, press):
    press(sat["Ann"], Standing.LATE, 5)
    press(sat["Ben"], Standing.LEFT, 30)
    press(sat["Eli"], Standing.APOLOGIES, 30)

    assert (day.present(today), day.gone(today)) == (keys(sat, "Ann Cat Dot"), keys(sat, "Ben Eli"))


def test_whoever_stands_on_the_list_of_arrivals_took_part(day, sat):
    assert day.took_part(keys(sat, "Ann Eli")) == keys(sat, "Ann")


def test_an_arrival_is_of_whoever_came_and_not_of_whoever_wrote_it_down(sat, ada):
    [arrival] = sat["Ann"].arrivals.all()

    assert [list(rows_of(who, type(arrival))) for who in (sat["Ann"].person, ada)] == [[arrival], []]


@pytest.fixture
def three_days(today, sheet):
    """With a line that nobody has read."""
    Gathering.objects.filter(pk=today.pk).update(last_day=today.day + timedelta(days=2))
    Reflection.objects.create(gathering=today, words="Unread")


@pytest.mark.parametrize(("days", "left"), [(16, 1), (17, 0)])
def test_of_several_days_it_is_the_last_from_which_is_counted(three_days, now, days, left):
    forget_day_sheets(now + timedelta(days=days))
    forget_unread_lines(now + timedelta(days=days))

    assert (DaySheet.objects.count(), Reflection.objects.count()) == (left, left)


def test_what_is_over_and_where_nobody_ticked_stops_no_thread(today, ada, tick_of):
    other = Gathering.begin("Another", by=ada)
    Gathering.objects.filter(pk=other.pk).update(day=today.day - timedelta(days=9))
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    tie_threads(today.ends_at + timedelta(minutes=1))

    assert Thread.objects.count() == 1
