"""A programme is loaded in six questions, however large it is."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import Placing, RoomClosure, SessionVoice
from goldenthread.gatherings.programme.spans import Span, is_shown_twice, is_skipped, wall_span
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.voices.models import VoiceAbsence

TEN = datetime(2027, 4, 20, 9, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


def test_six_questions_for_one_session_and_for_twenty(spring, hall, a_session, held, django_assert_num_queries):
    held(a_session("Tea", "Jude Oakmoor"), "10:00", hall)
    with django_assert_num_queries(6):
        programme_of(spring)
    for n in range(20):
        held(a_session(f"Tea {n}", "Jude Oakmoor", "Efe Hazelmoor"), f"11:{n:02}", hall)

    with django_assert_num_queries(6):
        programme = programme_of(spring)

    assert len(programme.placings) == 21


def test_it_goes_as_the_day_goes_with_who_stands_up(spring, hall, library, a_session, held):
    held(a_session("Late", "Jude Oakmoor"), "11:00", hall)
    held(a_session("Right", "Priya Ashdown", "Bryn Juniper"), "10:00", library)
    held(a_session("Left"), "10:00", hall)
    a_session("Nowhere yet")

    programme = programme_of(spring)

    assert [placing.session.title for placing in programme.placings] == ["Left", "Right", "Late"]
    assert [voice.name for voice in programme.placings[1].session.voices] == ["Priya Ashdown", "Bryn Juniper"]
    assert [session.title for session in programme.unplaced] == ["Nowhere yet"]
    assert programme.placings[0].span == Span(TEN, TEN + timedelta(minutes=45))
    assert programme.placings[0].starts_at == datetime(2027, 4, 20, 10, tzinfo=LONDON)


def test_a_room_knows_when_it_is_closed(spring, hall, library):
    RoomClosure.objects.create(room=library, starts_at=TEN, ends_at=TEN + timedelta(hours=1))

    rooms = programme_of(spring).rooms

    assert [room.closures for room in rooms] == [(), (Span(TEN, TEN + timedelta(hours=1)),)]


def test_a_voice_that_is_away_for_one_thing_is_away_for_the_other(spring, a_session, offered):
    chairs, bread = offered("Eleven chairs", "Jude Oakmoor"), offered("Bread", "Jude Oakmoor")
    VoiceAbsence.objects.create(voice=chairs.voices.get(), starts_at=TEN, ends_at=TEN + timedelta(hours=1))
    SessionVoice.objects.create(session=a_session("Bread"), number=1, voice=bread.voices.get())

    (session,) = programme_of(spring).sessions

    assert [voice.away for voice in session.voices] == [(Span(TEN, TEN + timedelta(hours=1)),)]


def test_rounds_of_tables_come_with_their_hours(spring, ada):
    laid = arrange(spring, outline_for(spring), by=ada)
    laid.rounds.update(starts_at=None)
    laid.rounds.filter(number=2).update(starts_at=TEN, minutes=30)

    assert [(round_.name, round_.span) for round_ in programme_of(spring).rounds] == [
        ("Round 2", Span(TEN, TEN + timedelta(minutes=30)))
    ]


def test_when_the_zone_changes_the_clock_on_the_wall_stays(spring, hall, a_session, held):
    held(a_session("Tea"), "10:00", hall)
    Gathering.objects.filter(pk=spring.pk).update(time_zone="Europe/Athens")

    (placing,) = programme_of(Gathering.objects.get(pk=spring.pk)).placings

    assert f"{placing.starts_at:%H:%M}" == "10:00"
    assert placing.span.starts_at == TEN - timedelta(hours=2)


def test_what_lasts_over_a_change_of_the_clock_lasts_as_long_as_it_lasts(spring, hall, a_session, held):
    night = held(a_session("A night watch", minutes=120), "00:30", hall, day=date(2027, 10, 31))

    (placing,) = programme_of(spring).placings

    assert f"{placing.ends_at:%H:%M %Z}" == "01:30 GMT"
    assert Placing.objects.get(pk=night.pk).ends_at == placing.ends_at


@pytest.mark.parametrize(("at", "is_so"), [("00:59", False), ("01:00", True), ("01:59", True), ("02:00", False)])
def test_an_hour_that_is_skipped_in_spring_and_shown_twice_in_autumn(at, is_so):
    hour = time.fromisoformat(at)

    assert is_skipped(date(2027, 3, 28), hour, LONDON) is is_so
    assert is_shown_twice(date(2027, 10, 31), hour, LONDON) is is_so
    assert is_skipped(date(2027, 10, 31), hour, LONDON) is False
    assert is_shown_twice(date(2027, 3, 28), hour, LONDON) is False


def test_the_second_of_two_equal_hours_is_an_hour_later():
    night, hour = date(2027, 10, 31), time(1, 30)

    first = wall_span(night, hour, LONDON, minutes=30)
    second = wall_span(night, hour, LONDON, minutes=30, is_second_hour=True)

    assert second.starts_at - first.starts_at == timedelta(hours=1)
    assert not first.meets(second)
