"""The draft: by time, and as a grid; for convenors alone."""

import re
from datetime import UTC, date, datetime, time

import pytest
from django.utils.html import strip_tags

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, RoomClosure, Session
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.programme.tests.conftest import THE_DAY
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit import clock
from goldenthread.people.models import Person

DRAFT = "/gatherings/spring/programme/draft/"


@pytest.fixture
def read(browser):
    """What it says, each run of space one space."""

    def words(view=""):
        page = browser.get(DRAFT, {"view": view} if view else {}).content.decode()
        return re.sub(r"\s+", " ", strip_tags(page.partition("<main")[2].partition("</main")[0]))

    return words


def test_by_time_with_its_beginning_its_tables_and_its_end(with_hours, hall, a_session, held, read, ada):
    laid = arrange(with_hours, outline_for(with_hours), by=ada)
    laid.rounds.update(starts_at=None)
    laid.rounds.filter(number=1).update(starts_at=datetime(2027, 4, 20, 10, tzinfo=UTC), minutes=30)
    held(a_session("Lunch", kind="break", minutes=60), "12:30")
    held(a_session("Chairs", "Jude Oakmoor"), "10:00", hall)

    words = read().partition("Tuesday 20 April")[2].partition("Without an hour")[0]

    in_order = [
        "9:30 The gathering begins",
        "10:00 Chairs Jude Oakmoor until 10:45 · Main hall",
        "11:00 Tables: Round 1",
    ]
    in_order += ["until 11:30", "12:30 Lunch until 13:30", "16:30 The gathering ends"]
    assert [part for part in in_order if part in words] == in_order
    assert sorted(words.index(part) for part in in_order) == [words.index(part) for part in in_order]


def test_several_days_and_what_lasts_past_midnight(spring, hall, a_session, held, read):
    Gathering.objects.filter(pk=spring.pk).update(last_day=date(2027, 4, 21))
    held(a_session("A night watch", minutes=90), "23:30", hall)

    words = read()

    assert "Tuesday 20 April 23:30 A night watch until 1:00 the next day · Main hall" in words
    assert "Wednesday 21 April Nothing has an hour on this day yet." in words


def test_an_hour_that_comes_twice_says_which_it_is(spring, hall, a_session, held, read):
    night = date(2027, 10, 31)
    Gathering.objects.filter(pk=spring.pk).update(day=night)
    held(a_session("First", minutes=20), "01:30", hall, day=night)
    held(a_session("Second", minutes=20), "01:30", hall, day=night, is_second_hour=True)

    words = read()

    assert words.index("1:30 BST First until 1:50 BST") < words.index("1:30 GMT Second until 1:50 GMT")


def test_the_grid_shows_rooms_and_why_one_is_not_free(with_hours, hall, library, a_session, held, read):
    held(a_session("Lunch", kind="break", minutes=60), "12:30")
    held(a_session("Long", minutes=120), "10:00", hall)
    held(a_session("Short"), "11:00", library)
    RoomClosure.objects.create(
        room=library, starts_at=datetime(2027, 4, 20, 8, tzinfo=UTC), ends_at=datetime(2027, 4, 20, 9, 30, tzinfo=UTC)
    )

    words = read("grid")

    assert "Time Main hall, 180 The library, 40" in words
    assert "9:30 The gathering begins 9:30 Free Closed 10:00 Main hall Long until 12:00 Move to… Long Closed" in words
    assert "11:00 “Long” until 12:00 The library Short" in words


def test_a_free_cell_says_what_would_fit(browser, with_hours, hall, a_session, held):
    held(a_session("Tea", "Jude Oakmoor"), "10:00", hall)
    fits, clashes = a_session("Chairs", "Efe Hazelmoor", minutes=30), a_session("Bread", "Efe Hazelmoor", minutes=60)
    a_session("Lunch", kind="break")

    page = browser.get(DRAFT, {"view": "grid"}).content.decode()

    address = f"placing/?day=2027-04-20&amp;from_time=09:30&amp;which=first&amp;room={hall.pk}"
    assert (f"{fits.uid}/{address}" in page, f"{clashes.uid}/{address}" in page) == (True, False)


def test_the_grid_goes_by_the_clock_at_the_gathering(browser, with_hours, hall):
    Gathering.objects.filter(pk=with_hours.pk).update(time_zone="Pacific/Auckland")

    page = browser.get(DRAFT, {"view": "grid"}).content.decode()

    assert re.findall(r'data-spot="day=([^&]*)&amp;from_time=([^&]*)&', page) == [("2027-04-20", "09:30")]


def test_a_press_leads_where_a_drag_does(browser, hall, a_session, held):
    placing = held(a_session("Tea"), "10:00", hall, version=4)

    page = browser.get(DRAFT, {"view": "grid"}).content.decode()

    at = f"/gatherings/spring/sessions/{placing.session.uid}/placing/1/"
    assert (page.count(f'data-move="{at}"'), page.count(f'href="{at}"')) == (1, 1)
    assert 'data-since="4"' in page


def test_what_is_in_waits_and_becomes_a_session_at_one_press(browser, read, offered, spring):
    chairs = offered("Eleven chairs", "Jude Oakmoor", "Efe Hazelmoor", minutes=30)
    chairs.voices.filter(number=2).update(yes_at=None)
    offered("In reserve", "Bo", answer="reserve")
    offered("Not decided", "Bo", answer="")
    offered("Taken back", "Bo", withdrawn_at=clock.now())
    waiting = read().partition("Without an hour yet")[2]
    assert "Eleven chairs" in waiting
    assert [title for title in ("In reserve", "Not decided", "Taken back") if title in waiting] == []

    answers = [browser.post(f"/gatherings/spring/programme/contributions/{chairs.pk}/") for _press in range(2)]

    session = Session.objects.get()
    assert [answer["Location"] for answer in answers] == [
        f"/gatherings/spring/sessions/{session.uid}/placing/",
        DRAFT,
    ]
    # Efe was only asked: nobody is named before their yes.
    assert [str(speaker) for speaker in session.speakers.in_order()] == ["Jude Oakmoor"]
    assert (session.title, session.minutes, session.contribution) == ("Eleven chairs", 30, chairs)


def test_warnings_stand_beside_what_they_are_about(hall, library, a_session, held, read):
    held(a_session("Reading", "Priya Ashdown"), "10:00", hall)
    held(a_session("Asking", "Priya Ashdown"), "10:30", library)

    assert "Main hall Priya Ashdown is also in “Asking”." in read()


def test_the_last_move_is_undone_from_the_page(browser, read, hall, library, a_session):
    tea, bo = a_session("Tea"), Person.objects.create_person("Bo Hazelmoor")
    place(tea, 1, Spot(THE_DAY, time(10), room=hall), since_version=0, by=bo, now=clock.now())
    place(tea, 1, Spot(THE_DAY, time(12), room=library), since_version=1, by=bo, now=clock.now())
    assert "From Tue 20 April, 10:00, Main hall to Tue 20 April, 12:00, The library · Bo Hazelmoor Undo Tea" in read()
    move = tea.changes.get(version=2)

    for _press in range(2):
        answer = browser.post(f"{DRAFT}moves/{move.pk}/undoing/", follow=True)

    assert (Placing.objects.get().from_time, Placing.objects.get().room) == (time(10), hall)
    assert "That move was undone before." in answer.content.decode()


def test_everybody_else_finds_nothing_there(client, bo, spring, offered):
    offered("Held back", "Jude Oakmoor")
    client.force_login(bo)

    answer = client.get(DRAFT)

    assert (answer.status_code, b"Held back" in answer.content) == (403, False)


def test_a_draft_asks_the_same_for_one_session_and_for_many(
    browser, hall, a_session, held, django_assert_max_num_queries
):
    held(a_session("Tea", "Jude"), "10:00", hall)
    with django_assert_max_num_queries(20) as few:
        browser.get(DRAFT)
    for n in range(10):
        held(a_session(f"Tea {n}", "Jude"), f"11:{n:02}", hall)

    with django_assert_max_num_queries(20) as many:
        browser.get(DRAFT)

    assert len(many) == len(few)


def test_the_draft_says_who_stepped_back_and_nothing_is_placed_without_a_thought(browser, spring, offered):
    offered("Eleven chairs", "Jude")
    plain = browser.get(DRAFT).text
    Voice.objects.update(stepped_back_at=clock.now())
    waiting = browser.get(DRAFT).text

    assert ("Jude has stepped back." in plain, "Place it all the same" in plain) == (False, False)
    assert ("Jude has stepped back." in waiting, "Place it all the same" in waiting) == (True, True)


def test_nor_a_session_that_nobody_brings_any_more(browser, spring, offered, ada):
    session_from(offered("Eleven chairs", "Jude"), by=ada)
    Voice.objects.update(stepped_back_at=clock.now())
    page = browser.get(DRAFT).text

    assert ("Jude has stepped back." in page, "Place it all the same" in page) == (True, True)
