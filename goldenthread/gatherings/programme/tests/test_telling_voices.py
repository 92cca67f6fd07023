"""E-mails to those who bring something: their place at once, a move after two quiet hours, and never two in a day."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.models import Placing, VoiceNews
from goldenthread.gatherings.programme.release_preview import preview_of
from goldenthread.gatherings.programme.releasing import next_release
from goldenthread.gatherings.programme.tests.showing import MARCH, brought, held, room, show
from goldenthread.gatherings.voices.models import Voice
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about

HOUR = timedelta(hours=1)
ON_THE_DAY = datetime(2027, 4, 20, 8, tzinfo=UTC)


@pytest.fixture
def known_session(spring):
    """Jude was told of ten o'clock in the library, on the first of March."""
    session = brought(spring, "Eleven chairs", "10:00", room(spring))
    show(spring)
    tell_voices(MARCH)
    return session


def move(session, hour, now):
    Placing.objects.filter(session=session).update(from_time=hour)
    show(session.gathering, now=now)


def subjects():
    return [email.subject for email in Email.objects.order_by("pk")]


def test_their_place_comes_at_once_with_a_calendar(spring, known_session):
    tell_voices(MARCH)

    [email] = Email.objects.all()
    assert (email.address, email.subject) == ("jude@example.org", "Your place in the programme: A spring day")
    assert "Tuesday 20 April 2027, 10:00 to 10:45, The library" in email.text
    assert "SUMMARY:Eleven chairs" in email.calendar
    assert email.fewer_at
    assert f"/gatherings/spring/contributions/{Voice.objects.get().key}/" in email.text


def test_a_move_waits_for_two_quiet_hours_and_is_one_e_mail(spring, known_session):
    later = MARCH + timedelta(days=2)
    move(known_session, "11:00", later)
    move(known_session, "12:00", later + HOUR)
    tell_voices(later + HOUR * 2)
    too_early = len(subjects())
    tell_voices(later + HOUR * 3)
    tell_voices(later + HOUR * 4)

    assert too_early == 1
    assert subjects() == [
        "Your place in the programme: A spring day",
        "The programme has changed for you: A spring day",
    ]
    assert "is now: Tuesday 20 April 2027, 12:00 to 12:45" in Email.objects.latest("pk").text
    assert "11:00" not in Email.objects.latest("pk").text


def test_what_moved_back_meanwhile_is_no_e_mail(spring, known_session):
    later = MARCH + timedelta(days=2)
    move(known_session, "11:00", later)
    move(known_session, "10:00", later + HOUR)

    tell_voices(later + HOUR * 4)

    assert len(subjects()) == 1
    assert VoiceNews.objects.get().due_at is None


def test_there_are_never_two_in_a_day(spring, known_session):
    move(known_session, "11:00", MARCH + HOUR)

    tell_voices(MARCH + HOUR * 23)
    before = len(subjects())
    tell_voices(MARCH + HOUR * 25)

    assert (before, len(subjects())) == (1, 2)


def test_another_room_does_not_wait_for_a_day_also_when_the_hour_moves_after_it(spring, known_session):
    Placing.objects.update(room=room(spring, "The attic"))
    show(spring, now=MARCH + HOUR)
    move(known_session, "11:00", MARCH + HOUR * 2)

    tell_voices(MARCH + HOUR * 4)

    assert len(subjects()) == 2


def test_what_goes_tomorrow_is_said_with_its_day(spring, known_session):
    Placing.objects.update(from_time="11:00")
    now = MARCH + HOUR
    tomorrow = preview_of(next_release(spring, now), now).later_at
    Placing.objects.update(room=room(spring, "The attic"))
    today = preview_of(next_release(spring, now), now).later_at

    assert (tomorrow, today) == ("Tuesday 2 March, 9:00", "today, 12:00")


def test_on_the_day_a_move_is_said_at_once_and_every_one(spring, known_session):
    for minutes, hour in enumerate(["11:00", "12:00"]):
        now = ON_THE_DAY + timedelta(minutes=minutes)
        move(known_session, hour, now)
        tell_voices(now)

    assert len(subjects()) == 3


def test_nobody_reads_of_the_evening_before_only_the_day_after(spring, known_session):
    evening = datetime(2027, 4, 19, 20, tzinfo=UTC)
    move(known_session, "11:00", evening)
    tell_voices(evening + HOUR * 2)
    move(known_session, "12:00", evening + HOUR * 2)

    # Midnight in Leeds, in British Summer Time.
    assert VoiceNews.objects.get().due_at == datetime(2027, 4, 19, 23, tzinfo=UTC)


def test_what_goes_is_cancelled_in_their_calendar(spring, known_session):
    held(spring, "Tea", "12:00")
    later = MARCH + timedelta(days=2)
    known_session.placings.all().delete()
    show(spring, now=later)

    tell_voices(later + HOUR * 2)

    email = Email.objects.latest("pk")
    assert "“Eleven chairs” is not in the programme any more." in email.text
    assert ("STATUS:CANCELLED" in email.calendar, "SEQUENCE:2" in email.calendar) == (True, True)


def test_two_things_of_one_address_are_one_e_mail(spring):
    brought(spring, "Eleven chairs", "10:00")
    brought(spring, "A guitar", "11:00")
    show(spring)

    tell_voices(MARCH)

    [email] = Email.objects.all()
    assert ("Eleven chairs" in email.text, "A guitar" in email.text) == (True, True)


def test_other_words_or_others_who_move_are_no_e_mail(spring, known_session):
    held(spring, "Tea", "12:00")
    known_session.words = "Other words."
    known_session.save()
    show(spring, now=MARCH + HOUR)

    assert VoiceNews.objects.get().due_at is None


def test_who_left_or_wants_no_more_is_not_written_to(spring):
    brought(spring, "Eleven chairs", "10:00")
    brought(spring, "A guitar", "11:00", email="bryn@example.org")
    Refusal.of("bryn@example.org", "programme", about(spring)).declare()
    show(spring)
    Voice.objects.filter(email="jude@example.org").update(left_at=MARCH)

    tell_voices(MARCH)

    assert subjects() == []


def test_of_a_gathering_that_is_off_nobody_hears_where_they_would_be(spring, ada):
    brought(spring, "Eleven chairs", "10:00")
    show(spring)
    turns.call_off(spring, by=ada, because="Snow")

    tell_voices(MARCH)

    assert "Your place in the programme: A spring day" not in subjects()


@time_machine.travel(MARCH, tick=False)
def test_e_mails_are_read_before_they_go(spring, known_session):
    brought(spring, "A guitar", "11:00", email="bryn@example.org", name="Bryn Juniper")
    brought(spring, "On paper", "12:00", email="", name="Tamsin Grove")
    Placing.objects.filter(session=known_session).update(from_time="15:00")

    preview = preview_of(next_release(spring, MARCH), MARCH)

    assert (preview.at_once, preview.later, preview.unreachable) == (1, 1, ["Tamsin Grove"])
    assert [email.subject for email in preview.emails] == [
        "The programme has changed for you: A spring day",
        "Your place in the programme: A spring day",
    ]
    assert len(subjects()) == 1
