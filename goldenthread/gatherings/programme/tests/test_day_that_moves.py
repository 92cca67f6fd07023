"""When the day moves, its programme moves with it, and the convenors are asked to look."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.plan.pending_changes import send_now
from goldenthread.gatherings.plan.previewing import preview_of
from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.models import Placing, Release, RoomClosure
from goldenthread.gatherings.programme.room_changes import close_room, lose_room
from goldenthread.gatherings.programme.tests.showing import MARCH, as_read, brought, show
from goldenthread.gatherings.programme.tests.showing import room as a_room
from goldenthread.outbox.models import Email

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


def test_what_everybody_reads_moves_too_and_nothing_else_of_the_draft_is_shown(spring, replan):
    brought(spring, "Eleven chairs", "10:00", a_room(spring))
    show(spring)
    brought(spring, "Held back", "11:00", is_told=False)
    Placing.objects.filter(session__title="Eleven chairs").update(from_time=time(12))

    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        replan(day=date(2027, 4, 22))

    read = as_read(spring, MARCH + timedelta(hours=1))
    assert (read.number, read.words) == (2, "The programme moved with the day.")
    assert [placing.when_and_where for placing in read.placings] == [
        "Thursday 22 April 2027, 10:00 to 10:45, The library"
    ]


def test_who_brings_something_hears_of_the_new_day_within_the_hour(spring, replan):
    brought(spring, "Eleven chairs", "10:00", a_room(spring))
    show(spring)
    tell_voices(MARCH)

    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        replan(day=date(2027, 4, 22))
    tell_voices(MARCH + timedelta(hours=2))

    email = Email.objects.filter(subject__startswith="The programme has changed for you").get()
    assert "is now: Thursday 22 April 2027, 10:00 to 10:45, The library" in email.text


def test_the_evening_before_they_hear_of_it_at_once(spring, replan):
    evening = datetime(2027, 4, 19, 18, tzinfo=UTC)
    brought(spring, "Eleven chairs", "10:00", a_room(spring))
    show(spring)
    tell_voices(MARCH)

    with time_machine.travel(evening, tick=False):
        replan(day=date(2027, 5, 22))
    tell_voices(evening)

    assert Email.objects.filter(subject__startswith="The programme has changed for you").count() == 1


@pytest.fixture
def known_session(spring):
    """Jude was told of it on the first of March, and has no place of her own."""
    session = brought(spring, "Eleven chairs", "10:00", a_room(spring))
    show(spring)
    tell_voices(MARCH)
    return session


def test_who_brings_something_is_counted_and_read_with_the_reason_before_the_day_moves(spring, known_session, ada):
    def move(plan):
        plan.replan(
            {"day": date(2027, 4, 22)}, since=plan.sequence, by=ada, is_small=False, because="The hall flooded."
        )

    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        preview = preview_of(Gathering.objects.get(pk=spring.pk), move)

    assert (preview.people, [email.address for email in preview.emails]) == (1, ["jude@example.org"])
    assert "The convenors write:\n\nThe hall flooded." in preview.emails[0].text


def test_sent_now_it_goes_to_them_with_the_others(spring, known_session, replan):
    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        replan(day=date(2027, 4, 22))
        tell_voices(MARCH + timedelta(hours=1))
        waits = Email.objects.filter(subject__startswith="The programme has changed for you").count()
        send_now(PendingChanges.objects.get())

    assert waits == 0
    assert Email.objects.filter(subject__startswith="The programme has changed for you").count() == 1


def test_a_session_that_moves_by_itself_is_not_said_to_move_with_a_reason(spring, known_session, ada):
    with time_machine.travel(MARCH + timedelta(hours=1), tick=False):
        now = Gathering.objects.get(pk=spring.pk)
        now.replan(
            {"title": "A day in spring"}, since=now.sequence, by=ada, is_small=False, because="So we have enough."
        )
        Placing.objects.update(from_time=time(12))
        show(spring, now=MARCH + timedelta(hours=1))
        tell_voices(MARCH + timedelta(days=2))

    assert "So we have enough." not in Email.objects.latest("pk").text


def test_before_it_was_shown_nothing_is_shown_by_a_new_day(spring, hall, a_session, held, replan):
    held(a_session("Tea"), "10:00", hall)

    replan(day=date(2027, 4, 22))

    assert not Release.objects.exists()


def test_a_lost_room_stays_lost_until_the_gathering_is_over_whenever_that_is(spring, hall, ada, replan):
    lose_room(hall, because="Water", by=ada, now=MARCH)
    close_room(RoomClosure(room=hall, starts_at=MARCH, ends_at=MARCH + timedelta(hours=1)), by=ada)

    replan(day=date(2027, 4, 29))

    over = Gathering.objects.get(pk=spring.pk).ends_at
    assert list(RoomClosure.objects.order_by("pk").values_list("ends_at", flat=True)) == [
        over,
        MARCH + timedelta(hours=1),
    ]
