"""Whoever has a place is reminded a week and a day ahead: by itself, once, and only if it still concerns them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from goldenthread.gatherings.bookings import chores, reminding
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, Owed, Reminded, Reminder, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person

# Ten in the morning in London, where it is summer: a week and a day before the twentieth of April.
WEEK, EVE = datetime(2027, 4, 13, 9, tzinfo=UTC), datetime(2027, 4, 19, 9, tzinfo=UTC)
PAGE = reverse("bookings:reminders", args=["spring"])
CONVENING = reverse("pages:convening", args=["spring"])


@pytest.fixture
def settled(everybody, room, ada):
    """Ann comes, Ben and Cat have a place that is kept, Dot and Eli wait, and people can rely on the plan."""
    turns.settle(room, by=ada)
    Owed.objects.all().delete()
    return everybody


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


def work(at):
    """What the worker does then; who is reminded by it."""
    Email.objects.all().delete()
    with time_machine.travel(at, tick=False):
        chores.remind_of_the_day(clock.now())
        chores.write_emails(clock.now())
    return [email.address.partition("@")[0] for email in Email.objects.filter(kind="booking: ahead").order_by("pk")]


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


def test_another_day_can_be_chosen_and_each_turned_off(convenor, settled):
    convenor.post(PAGE, {"days": "3"})
    [convenor.post(f"{PAGE}{row.pk}/", {"press": "off"}) for row in Reminder.objects.exclude(days=3)]

    assert [work(at) for at in (WEEK, EVE - timedelta(days=2), EVE)] == [[], ["ann"], []]
    assert convenor.post(PAGE, {"days": "31"}).status_code == 422


def test_opening_the_booking_once_more_turns_nothing_on_again(settled, room, ada, now):
    Reminder.objects.all().delete()

    open_booking(room, by=ada, now=now, places=9, until=None, confirm_hours=72, answer_hours=24)

    assert Reminder.objects.count() == 0


def test_convenors_read_when_each_goes_and_to_how_many(convenor, settled):
    pages = [convenor.get(PAGE).text, convenor.get(CONVENING).text]

    assert ["Goes by itself on Tuesday 13 April, 10:00, to 1 person." in page for page in pages] == [True, True]


def test_they_see_it_before_it_goes_and_add_a_line(convenor, settled):
    Booking.objects.filter(name="Ann").update(needs="No stairs.")
    at = f"{PAGE}{Reminder.objects.get(days=7).pk}/"

    page = convenor.post(at, {"line": "Bring a cup.", "shows_address": "on"}, follow=True).text

    assert [words in page for words in ("Bring a cup.", "ada@example.org", "(a personal link)")] == [True] * 3
    # That she told something is hers to know.
    assert ("You told us what you need." in page, settled["Ann"].key in page) == (False, False)
    work(WEEK)
    assert Email.objects.get().answers_to == Person.objects.get(email="ada@example.org")


def test_nobody_ticks_for_somebody_else_nor_takes_a_tick_away(client, settled, ada, kim):
    Reminder.objects.filter(days=7).update(answers_to=ada)
    client.force_login(kim)

    client.post(f"{PAGE}{Reminder.objects.get(days=7).pk}/", {"line": "Bring a cup."})

    assert Reminder.objects.get(days=7).answers_to == ada


def test_what_has_gone_says_so(convenor, settled):
    work(WEEK)

    assert "Went on Tuesday 13 April, 10:00, to 1 person." in convenor.get(PAGE).text


def test_a_draft_says_that_its_reminders_wait_for_it(convenor, everybody):
    assert "if you have said by then that the plan is settled." in convenor.get(PAGE).text


def test_of_two_workers_one_reminds(settled):
    reminder = Reminder.objects.of_what_takes_place().get(days=7)

    [reminding.remind(reminder, WEEK) for _ in range(2)]

    assert (Owed.objects.filter(kind=Owed.Kind.AHEAD).count(), Reminded.objects.count()) == (1, 1)


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
