"""Stay in touch: private, tied when both did, and silent for ever when not."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.chores import forget_ticks, tie_threads
from goldenthread.gatherings.day.models import Tick
from goldenthread.gatherings.day.ticking import sat_with, ticked, tie
from goldenthread.journal.models import Entry
from goldenthread.people.everything import everything_about, rows_of
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Ending, Thread, ThreadNews


@pytest.fixture
def threads(today):
    def threads(later=timedelta(minutes=1)):
        tie_threads(today.ends_at + later)
        return [
            (thread.one.name[:3], thread.other.name[:3], thread.round, thread.table)
            for thread in Thread.objects.order_by("pk")
        ]

    return threads


def names(tables):
    return [(held.round.number, held.table.label, [booking.name[:3] for booking in held.bookings]) for held in tables]


def test_after_each_round_i_find_those_i_sat_with(sat, at):
    assert names(sat_with(sat["Ann"], at(0))) == [(1, "Table 1", ["Ben"])]
    assert names(sat_with(sat["Ann"], at(60))) == [(1, "Table 1", ["Ben"]), (2, "Table 1", ["Cat"])]


def test_whoever_was_not_there_sat_with_nobody(sat, at):
    assert sat_with(sat["Eli"], at(60)) == []


def test_two_who_tick_each_other_share_a_thread_when_the_day_is_over(tick_of, threads, today):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann Dot")
    during = threads(-timedelta(hours=1))

    assert (during, threads()) == ([], [("Ann", "Ben", 1, "Table 1")])
    assert (Thread.objects.get().at, Thread.objects.get().where_label) == (today.ends_at, today.title)


def test_it_begins_where_they_first_sat_together_or_at_the_gathering(tick_of, threads):
    tick_of("Ann", "Cat Dot")
    tick_of("Cat", "Ann")
    tick_of("Dot", "Ann")

    assert threads() == [("Ann", "Cat", 2, "Table 1"), ("Ann", "Dot", 0, "")]


def test_both_of_two_who_tick_each_other_are_told_and_nobody_else(tick_of, threads):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    tick_of("Cat", "Dot")

    threads()

    assert sorted(news.person.name[:3] for news in ThreadNews.objects.all()) == ["Ann", "Ben"]


def test_one_who_ticks_alone_is_never_told_of(tick_of, threads, sat):
    before = Entry.objects.count()
    tick_of("Ann", "Ben")

    assert (threads(), Entry.objects.count()) == ([], before)
    drawers = {drawer.label: list(drawer.rows) for drawer in everything_about(sat["Ben"].person)}
    assert drawers["day.Tick"] == []
    assert list(rows_of(sat["Ann"].person, Tick)) == list(Tick.objects.all())


def test_a_control_that_the_pages_of_everything_would_tell_of_it(tick_of, sat):
    tick_of("Ann", "Ben")

    assert Tick.objects.filter(to__person=sat["Ben"].person).count() == 1


@pytest.mark.parametrize("page", ["/me/everything/", "/me/everything.json"])
def test_everything_about_me_calls_those_i_ticked_as_i_may_know_them(client, tick_of, sat, page):
    """Ben never joined: Ann read his first name at the table."""
    Person.objects.filter(pk=sat["Ben"].person_id).update(joined_at=None)
    tick_of("Ann", "Ben")
    client.force_login(sat["Ann"].person)
    shown = client.get(page).content.decode()

    assert ("Ben" in shown, "Ben Weir" in shown) == (True, False)


def test_a_tick_says_nothing_of_when():
    assert {field.name for field in Tick._meta.get_fields()} == {"id", "gathering", "by", "to"}


def test_both_of_a_pair_are_gone_once_they_are_tied(tick_of, threads):
    tick_of("Ann", "Ben Dot")
    tick_of("Ben", "Ann")
    threads()

    assert (Tick.objects.count(), len(threads())) == (1, 1)


def test_another_worker_who_comes_later_ties_nothing(tick_of, today, sat):
    tick_of("Ann", "Ben")

    tie(today, (sat["Ann"].pk, sat["Ben"].pk))

    assert Thread.objects.count() == 0


def test_a_thread_that_was_ended_is_not_begun_by_an_old_tick(tick_of, threads, sat, today):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    Ending.objects.create(one=sat["Ann"].person, other=sat["Ben"].person, by=sat["Ann"].person, at=today.ends_at)

    assert threads() == []


def test_whoever_ticked_somebody_who_would_rather_be_apart_sees_what_nobody_answered(tick_of, threads, sat, today):
    tick_of("Ben", "Ann")
    unanswered = ticked(today, sat["Ben"])
    tick_of("Ann", "Ben")
    keep_apart(sat["Ann"].person, sat["Ben"].person)

    assert threads() == []
    assert ticked(today, sat["Ben"]) == unanswered == {sat["Ann"].pk}


def test_a_tick_is_taken_back(tick_of, threads):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    tick_of("Ann", "")

    assert threads() == []


def test_nobody_ticks_themselves(tick_of):
    tick_of("Ann", "Ann")

    assert Tick.objects.count() == 0


def test_whoever_became_one_person_with_whom_they_ticked_is_let_be(tick_of, threads, sat, today):
    Booking.objects.filter(pk=sat["Ben"].pk).update(state="cancelled", person=sat["Ann"].person)
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")

    assert threads() == []


@pytest.mark.parametrize(("days", "left"), [(14, 1), (15, 0)])
def test_two_weeks_later_they_are_forgotten(tick_of, now, days, left):
    tick_of("Ann", "Ben")

    for _ in range(2):
        forget_ticks(now + timedelta(days=days))

    assert Tick.objects.count() == left
