"""Whoever has a place or waits for one hears at once, and once, that the day moved or is off."""

from datetime import date, time, timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.models import Booking, Owed
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

A_WEEK = timedelta(days=7)
MAY = date(2027, 5, 4)


@pytest.fixture
def ann(everybody):
    return Person.objects.get(email="ann@example.org")


def plan_anew(gathering, by, **plan):
    now = Gathering.objects.get(pk=gathering.pk)
    now.replan(plan, since=now.sequence, by=by, is_small=plan.pop("is_small", False))


def test_each_hears_it_once_however_often_the_worker_looks(everybody, room, ada, emails):
    turns.postpone(room, by=ada, because="Snow")

    emails()
    emails()

    assert (Email.objects.count(), Owed.objects.count()) == (5, 0)


@pytest.mark.parametrize(
    ("plan", "reads"),
    [
        ({"day": MAY}, ("A new day", "* The date changed from Tuesday 20 April 2027 to Tuesday 4 May 2027.")),
        ({"from_time": time(10)}, ("New hours", "* The hours are known: from 10:00, London time.")),
        (
            {"venue": "The Mill"},
            ("A new venue", "* The venue changed from The Old School, 1 Hill Street, Leeds to The Mill,"),
        ),
        ({"day": MAY, "venue": "The Mill"}, ("A change of plan", "* The date changed from")),
    ],
)
def test_another_day_other_hours_and_another_place_count(everybody, room, ada, emails, plan, reads):
    plan_anew(room, ada, **plan)

    written = emails()

    assert {email.subject for email in written.values()} == {f"{reads[0]}: A spring day"}
    assert (len(written), reads[1] in written["Eli"].text) == (5, True)


def test_each_reads_how_they_stand(everybody, room, ada, emails):
    plan_anew(room, ada, day=MAY)

    written = emails()

    assert "You keep your place. If you can’t come any more" in written["Ann"].text
    assert "We’re keeping a place for you until" in written["Ben"].text
    assert "You’re still on the waiting list." in written["Dot"].text
    assert f"/gatherings/spring/booking/{everybody['Ann'].key}/" in written["Ann"].text


def test_who_has_a_seat_gets_the_new_day_into_their_calendar(everybody, room, ada, emails):
    plan_anew(room, ada, day=MAY)

    written = emails()

    lines = written["Ann"].calendar.splitlines()
    assert {f"SEQUENCE:{room.sequence + 1}", "DTSTART;VALUE=DATE:20270504", f"UID:{room.uid}"} - {*lines} == set()
    assert [bool(written[name].calendar) for name in ["Ann", "Ben", "Dot"]] == [True, True, False]


def test_other_words_of_the_plan_are_no_reason_to_write_at_once(everybody, room, ada, emails):
    plan_anew(room, ada, lede="A day in spring.")

    assert emails() == {}


def test_a_slip_in_the_address_is_no_move_and_another_day_is_no_slip(everybody, room, ada, emails):
    plan_anew(room, ada, venue="The Olde School", is_small=True)
    assert emails() == {}

    plan_anew(room, ada, day=MAY, is_small=True)

    assert len(emails()) == 5


def test_what_is_over_is_written_about_to_nobody(everybody, room, ada, emails):
    Gathering.objects.filter(pk=room.pk).update(day=clock.now().date() - timedelta(days=2))
    room = Gathering.objects.get(pk=room.pk)

    plan_anew(room, ada, venue="The Mill")

    assert emails() == {}


def test_a_follower_with_a_place_hears_it_once(ann, room, ada, emails):
    Following.objects.create(gathering=room, person=ann, told=room.news)

    plan_anew(room, ada, day=MAY)
    emails()

    assert Email.objects.filter(address="ann@example.org").count() == 1


def test_a_follower_with_a_place_misses_nothing_that_was_not_told_yet(ann, room, ada, emails):
    Following.objects.create(gathering=room, person=ann, told=room.news)
    plan_anew(room, ada, cost="Free")

    plan_anew(room, ada, day=MAY)
    written = emails()

    assert "* The date changed" in written["Ann"].text
    assert {name: "* The cost is known: Free." in email.text for name, email in written.items()} == {
        "Ann": True, "Ben": False, "Cat": False, "Dot": False, "Eli": False
    }  # fmt: skip
    assert Email.objects.filter(address="ann@example.org").count() == 1


def test_two_changes_before_the_worker_looks_are_one_email(everybody, room, ada, emails):
    plan_anew(room, ada, day=MAY)
    plan_anew(room, ada, from_time=time(10))

    text = emails()["Ann"].text

    assert ("The date changed" in text, "The hours are known" in text, Email.objects.count()) == (True, True, 5)


def test_words_found_before_the_second_change_are_thrown_away(everybody, room, ada, emails):
    plan_anew(room, ada, day=MAY)
    stale = list(Owed.objects.select_related("booking__gathering", "booking__person"))
    plan_anew(room, ada, day=date(2027, 6, 1))

    chores._write(stale)
    written = emails()

    assert (Email.objects.count(), "to Tuesday 1 June 2027" in written["Ann"].text) == (5, True)


def test_who_was_asked_to_convene_hears_it_too_and_once(everybody, room, ada, emails):
    ask = {"gathering": room, "by": ada}
    ConvenorInvitation.objects.create(name="Gus", email="gus@example.org", **ask)
    ConvenorInvitation.objects.create(name="Ann", email="ann@example.org", **ask)

    turns.call_off(room, by=ada, because="Snow")
    written = emails()
    emails()

    assert (Email.objects.count(), written["Gus"].subject) == (6, "Called off: A spring day")
    assert (written["Gus"].kind, written["Ann"].kind) == ("invitation changed", "booking: changed")


def test_a_new_day_ends_that_it_is_postponed(everybody, room, ada, emails):
    turns.postpone(room, by=ada, because="Snow")
    emails()

    plan_anew(room, ada, day=MAY)
    text = emails()["Ann"].text

    assert "“A spring day” is happening after all." in text
    assert "* The date changed from Tuesday 20 April 2027 to Tuesday 4 May 2027." in text
    assert not Gathering.objects.with_facts().get().is_postponed


def test_five_hundred_people_cost_a_press_no_more_queries(room, ada, django_assert_max_num_queries):
    some = [
        Booking(gathering=room, name="N", email=f"n{n}@example.org", language="cy", state="coming") for n in range(500)
    ]
    Booking.objects.bulk_create(some)

    with django_assert_max_num_queries(30):
        turns.call_off(room, by=ada, because="Snow")

    assert Owed.objects.count() == 500
