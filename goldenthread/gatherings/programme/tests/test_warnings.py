"""What does not go together is said in words, and refused nowhere."""

from datetime import UTC, datetime, time, timedelta

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import RoomClosure
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.programme.warnings import warnings_of
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.voices.models import Decision, VoiceAbsence
from goldenthread.kit import clock

TEN = datetime(2027, 4, 20, 9, tzinfo=UTC)


@pytest.fixture
def words_of(spring):
    """What is said of each placing."""

    def words(placing):
        programme = programme_of(Gathering.objects.get(pk=spring.pk))
        return [warning.words for warning in warnings_of(programme)[placing.pk]]

    return words


def test_nothing_is_said_of_what_goes_together(hall, library, a_session, held, words_of):
    one = held(a_session("One", "Priya Ashdown"), "10:00", hall)
    other = held(a_session("Other", "Priya Ashdown"), "10:45", hall)
    held(a_session("Third", "Jude Oakmoor"), "10:00", library)

    assert words_of(one) + words_of(other) == []


def test_a_voice_in_two_places(hall, library, a_session, held, words_of):
    one = held(a_session("Reading", "Priya Ashdown"), "10:00", hall)
    other = held(a_session("Asking", "Bryn Juniper", "priya ashdown"), "10:30", library)

    assert words_of(one) == ["Priya Ashdown is also in “Asking”."]
    assert words_of(other) == ["priya ashdown is also in “Reading”."]


def test_two_people_of_one_name_at_two_addresses_are_two(hall, library, offered, held, ada, words_of):
    jude, another = offered("Chairs", "Jude Oakmoor"), offered("Bread", "Jude Oakmoor")
    another.voices.update(email="another.jude@example.org")
    his = held(session_from(jude, by=ada), "10:00", hall)
    held(session_from(another, by=ada), "10:00", library)

    assert words_of(his) == []

    another.voices.update(email="jude@example.org")
    assert words_of(his) == ["Jude Oakmoor is also in “Bread”."]


def test_a_co_voice_who_is_away(hall, offered, held, ada, words_of):
    chairs = offered("Chairs", "Jude Oakmoor", "Efe Hazelmoor")
    VoiceAbsence.objects.create(voice=chairs.voices.get(number=2), starts_at=TEN, ends_at=TEN + timedelta(minutes=10))
    session = session_from(chairs, by=ada)
    early, later = held(session, "10:00", hall), held(session, "11:00", hall, number=2)

    assert words_of(early) == ["Efe Hazelmoor isn’t there at that time."]
    assert words_of(later) == []


def test_who_stepped_back_and_what_was_taken_back(hall, offered, held, ada, words_of):
    chairs = offered("Chairs", "Jude Oakmoor", "Efe Hazelmoor")
    placing = held(session_from(chairs, by=ada), "10:00", hall)
    chairs.voices.filter(number=2).update(stepped_back_at=clock.now())
    assert words_of(placing) == ["Efe Hazelmoor has stepped back."]

    chairs.voices.filter(number=2).update(stepped_back_at=None)
    Decision.objects.update(answer="reserve")
    assert words_of(placing) == ["You have decided otherwise about it since."]

    chairs.withdrawn_at = clock.now()
    chairs.save()
    assert words_of(placing) == ["It was taken back by those who offered it."]


def test_a_room_that_is_too_small_closed_or_taken(library, a_session, held, words_of):
    RoomClosure.objects.create(room=library, starts_at=TEN, ends_at=TEN + timedelta(minutes=5))
    tea = held(a_session("Tea", most_people=60), "10:00", library)
    held(a_session("Bread", most_people=40), "10:30", library)

    assert words_of(tea) == [
        "The library is closed at that time.",
        "The library has room for 40, and 60 may come.",
        "“Bread” is in The library at the same time.",
    ]


def test_no_room_for_a_session_and_none_needed_for_a_break(a_session, held, words_of):
    assert words_of(held(a_session("Tea"), "10:00")) == ["It has no room yet."]
    assert words_of(held(a_session("A break", kind="break"), "12:00")) == []


def test_people_are_at_tables_then(spring, hall, a_session, held, ada, words_of):
    laid = arrange(spring, outline_for(spring), by=ada)
    laid.rounds.update(starts_at=None)
    laid.rounds.filter(number=1).update(starts_at=TEN, minutes=45)
    tea = held(a_session("Tea"), "10:00", hall)
    tables = held(a_session("Tables", kind="tables"), "10:00")

    assert words_of(tea) == [
        "People are at tables at the same time: Round 1.",
        "Everybody is in “Tables” at the same time.",
    ]
    assert words_of(tables) == []


def test_while_everybody_has_a_break(hall, library, a_session, held, words_of):
    lunch = held(a_session("Lunch", kind="break"), "12:30")
    tea, bread = held(a_session("Tea"), "12:30", hall), held(a_session("Bread"), "14:00", hall)
    held(a_session("A quiet break", kind="break"), "14:00", library)

    assert words_of(tea) == ["Everybody is in “Lunch” at the same time."]
    assert words_of(lunch) + words_of(bread) == []


def test_outside_the_hours_of_the_gathering(spring, hall, a_session, held, words_of):
    Gathering.objects.filter(pk=spring.pk).update(from_time=time(9, 30), to_time=time(16, 30))
    early, late = held(a_session("Early"), "09:00", hall), held(a_session("Late"), "16:00", hall)
    within = held(a_session("Within"), "15:00", hall)

    assert words_of(early) == ["It begins before the gathering does."]
    assert words_of(late) == ["It ends after the gathering does."]
    assert words_of(within) == []


def test_six_questions_whatever_the_size(spring, hall, a_session, held, django_assert_num_queries):
    for n in range(30):
        held(a_session(f"Tea {n}", "Jude Oakmoor"), f"10:{n:02}", hall)

    with django_assert_num_queries(6):
        warnings = warnings_of(programme_of(spring))

    assert len(warnings) == 30
