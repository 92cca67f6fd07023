"""Whoever has a place is reminded a week and a day ahead: by itself, once, and only if it still concerns them."""

from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest
import time_machine
from django.apps import apps
from django.db import transaction

from goldenthread.gatherings.bookings import chores, migrations, reminding
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, Owed, Reminded, Reminder, State
from goldenthread.gatherings.bookings.tests.at_ten import EVE, WEEK, work
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person


def moves(room, ada, at, **plan):
    with time_machine.travel(at, tick=False):
        then = Gathering.objects.with_facts().get(pk=room.pk)
        then.replan(plan, since=then.sequence, by=ada, is_small=False)


def test_whoever_has_a_place_is_reminded_twice_and_nobody_else(settled):
    assert [work(at) for at in (WEEK - timedelta(minutes=1), WEEK, WEEK, EVE, EVE)] == [[], ["ann"], [], ["ann"], []]


def test_it_says_when_and_where_how_to_get_there_and_what_can_be_done(settled, room):
    Gathering.objects.filter(pk=room.pk).update(getting_there="By bus 7.")
    Reminder.objects.filter(days=7).update(line="Bring a cup.")
    Booking.objects.filter(name="Ann").update(needs="No stairs.")

    work(WEEK)

    email = Email.objects.get()
    assert email.subject == "Soon: A spring day, Tuesday 20 April 2027"
    ann = Booking.objects.get(name="Ann")
    said = ["The Old School", "Bring a cup.", "By bus 7.", ann.get_absolute_url(), f"/booking/{ann.key}/told/"]
    assert [words for words in said if words not in email.text] == []
    assert ("No stairs." in email.text, "DTSTART;VALUE=DATE:20270420" in email.calendar) == (False, True)


def test_who_told_nothing_reads_nothing_of_it(settled):
    work(WEEK)

    assert "You told us what you need." not in Email.objects.get().text


@pytest.mark.parametrize(
    "stands", [State.KEPT, State.EXPECTED, State.WAITING, State.OFFERED, State.CANCELLED, State.GIVEN]
)
def test_who_has_no_place_of_their_own_is_not_reminded(settled, stands):
    Booking.objects.filter(name="Ann").update(state=stands)

    assert work(WEEK) == []


@pytest.mark.parametrize(("hours", "reminded"), [(49, ["ann"]), (47, [])])
def test_who_booked_just_before_has_read_it_all(settled, hours, reminded):
    Booking.objects.filter(name="Ann").update(confirmed_at=WEEK - timedelta(hours=hours))

    assert work(WEEK) == reminded


def test_who_is_giving_up_their_place_is_let_be_until_they_take_it_back(settled):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
        withdraw(settled["Ann"], State.CANCELLED, now=clock.now())
        chores.write_emails(clock.now())
    assert Email.objects.count() == 0

    Booking.objects.get(name="Ann").withdrawal.delete()

    assert work(WEEK) == ["ann"]


def test_who_wants_no_more_of_them_gets_no_more(settled, room, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    Refusal.of("ann@example.org", "booking: ahead", about(room)).declare()

    assert work(WEEK) == []


def test_two_bookings_of_one_address_are_one_email(settled):
    Person.objects.filter(email="ann@example.org").update(email="ben@example.org")
    Booking.objects.filter(name="Ben").update(state=State.COMING, confirmed_at=clock.now())

    assert [work(WEEK), work(WEEK + timedelta(minutes=1))] == [["ben"], []]


@pytest.mark.parametrize("act", [turns.call_off, turns.postpone, turns.unsettle])
def test_nobody_is_reminded_of_what_is_off_or_can_not_be_relied_on(settled, room, ada, act):
    act(Gathering.objects.get(pk=room.pk), by=ada, because="Snow")

    assert work(WEEK) == []


def test_on_the_eve_nobody_asks_whether_it_is_a_draft(settled, room, ada):
    turns.unsettle(Gathering.objects.get(pk=room.pk), by=ada)

    assert work(EVE) == ["ann"]


def test_who_was_owed_it_when_it_was_postponed_gets_it_not(settled, room, ada):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
        turns.postpone(Gathering.objects.get(pk=room.pk), by=ada, because="Snow")

    assert work(WEEK) == []


def test_a_day_that_moves_takes_its_reminders_with_it(settled, room, ada):
    assert work(WEEK) == ["ann"]
    moves(room, ada, WEEK, day=date(2027, 4, 27))

    assert [work(at) for at in (EVE, WEEK + timedelta(days=7), EVE + timedelta(days=7))] == [[], ["ann"], ["ann"]]


def test_what_is_owed_of_the_day_before_goes_with_that_day(settled, room, ada):
    with time_machine.travel(WEEK, tick=False):
        chores.remind_of_the_day(clock.now())
    moves(room, ada, WEEK, day=date(2027, 4, 28))

    assert Owed.objects.filter(kind=Owed.Kind.AHEAD).count() == 0


@pytest.mark.parametrize(
    ("at", "reminded"),
    [
        # A house that slept: late in the evening it waits for the morning, and on the next night it is too late.
        (WEEK + timedelta(hours=11), []),
        (WEEK + timedelta(hours=23), ["ann"]),
        (WEEK + timedelta(hours=36), []),
        (EVE + timedelta(hours=20), []),
    ],
)
def test_a_house_that_slept_reminds_late_but_not_at_night(settled, at, reminded):
    assert work(at) == reminded


def test_a_reminder_that_was_added_too_late_does_not_go(settled, room, ada):
    reminding.add(room, 8, now=WEEK - timedelta(hours=20), by=ada)

    assert work(WEEK - timedelta(hours=20)) == []


def test_of_two_workers_one_reminds(settled):
    reminder = Reminder.objects.of_what_takes_place().get(days=7)

    [reminding.remind(reminder, WEEK) for _ in range(2)]

    assert (Owed.objects.filter(kind=Owed.Kind.AHEAD).count(), Reminded.objects.count()) == (1, 1)


@transaction.atomic
def dies_while_reminding(reminder):
    reminding.remind(reminder, WEEK)
    raise KeyboardInterrupt


def test_a_worker_that_dies_in_the_middle_leaves_all_of_it_to_the_next(settled):
    with pytest.raises(KeyboardInterrupt):
        dies_while_reminding(Reminder.objects.of_what_takes_place().get(days=7))

    assert (Owed.objects.count(), Reminded.objects.count(), work(WEEK)) == (0, 0, ["ann"])


@pytest.mark.parametrize(("day", "days"), [(date(2199, 4, 20), [7, 1]), (date(2020, 4, 20), []), (None, [7, 1])])
def test_what_could_be_booked_before_there_were_reminders_has_both_if_it_is_to_come(room, day, days):
    Reminder.objects.all().delete()
    Gathering.objects.filter(pk=room.pk).update(day=day)

    # By its name: its number is laid anew when branches meet.
    [name] = [module.name for module in iter_modules(migrations.__path__) if module.name.endswith("_reminders")]
    import_module(f"{migrations.__name__}.{name}").remind_of_what_can_be_booked_already(apps, None)

    assert [reminder.days for reminder in Reminder.objects.in_turn()] == days


def test_many_are_reminded_in_as_many_queries(room, ada, now, django_assert_max_num_queries):
    turns.settle(room, by=ada)
    some = [
        Booking(gathering=room, name="N", email=f"n{n}@example.org", language="cy", state="coming", at=now)
        for n in range(300)
    ]
    Booking.objects.bulk_create(some)
    reminder = Reminder.objects.of_what_takes_place().get(days=7)

    with django_assert_max_num_queries(12):
        reminding.remind(reminder, WEEK)

    assert Owed.objects.filter(kind=Owed.Kind.AHEAD).count() == 300


def test_who_confirms_is_reminded_of_what_they_said_yes_to(settled, now):
    confirm(settled["Ben"], now)

    assert work(WEEK) == ["ann", "ben"]
