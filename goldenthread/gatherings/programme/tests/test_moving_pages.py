"""Move to…: what it would do is seen before it is done, and two at once lose nothing."""

from datetime import time

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.tests.conftest import THE_DAY
from goldenthread.kit import clock


@pytest.fixture
def tea(a_session):
    return a_session("Tea", "Jude Oakmoor")


@pytest.fixture
def at(tea):
    return f"/gatherings/spring/sessions/{tea.uid}/placing/1/"


@pytest.fixture
def typed(hall):
    return {"day": "2027-04-20", "from_time": "10:00", "room": hall.pk, "since": "0"}


def seen(answer):
    return {"seen": answer.context["preview"].stamp}


def test_it_is_seen_first_and_done_at_the_second_press(browser, at, typed):
    first = browser.post(at, typed)
    words = first.content.decode()
    assert (first.status_code, Placing.objects.count()) == (200, 0)
    assert "It would be on Tuesday 20 April, 10:00 to 10:45, Main hall" in words
    assert "It fits: nothing is in its way." in words
    assert "<bdi>Jude Oakmoor</bdi>" in words

    answer = browser.post(at, typed | seen(first), follow=True)

    assert Placing.objects.get().from_time == time(10)
    assert "Saved. “Tea”: Tuesday 20 April, 10:00 to 10:45, Main hall." in answer.content.decode()


def test_what_is_chosen_in_the_grid_is_seen_and_not_done(browser, at, typed, hall, tea, held):
    seen_there = browser.get(at, typed)
    assert "It would be on Tuesday 20 April, 10:00 to 10:45, Main hall" in seen_there.content.decode()
    assert Placing.objects.count() == 0

    browser.get(at, typed | seen(seen_there))
    assert Placing.objects.count() == 0

    held(tea, "12:00", hall, version=3)
    assert browser.get(at, typed).status_code == 409
    assert browser.get(at, typed | {"day": "never"}).status_code == 200


def test_what_is_in_its_way_is_said_and_refuses_nothing(browser, at, typed, hall, a_session, held):
    held(a_session("Bread", "Jude Oakmoor"), "10:15", hall)

    first = browser.post(at, typed)
    browser.post(at, typed | seen(first))

    assert "Jude Oakmoor is also in “Bread”." in first.content.decode()
    assert Placing.objects.filter(from_time=time(10)).exists()


def test_who_saw_another_hour_sees_this_one_first(browser, at, typed):
    first = browser.post(at, typed)

    browser.post(at, typed | seen(first) | {"from_time": "11:00"})

    assert Placing.objects.count() == 0


def test_a_free_hour_is_one_press(browser, at, hall, with_hours):
    offered = browser.get(at)

    spot = offered.context["free"][0]
    browser.post(
        at,
        {
            "day": "2027-04-20",
            "from_time": "09:30",
            "room": hall.pk,
            "since": "0",
            "which": "first",
            "seen": spot.stamp,
        },
    )

    assert "It fits here" in offered.content.decode()
    assert Placing.objects.get().from_time == time(9, 30)


def test_two_convenors_at_once_lose_nothing(browser, at, typed, tea, library, bo):
    first = browser.post(at, typed)
    place(tea, 1, Spot(THE_DAY, time(12), room=library), since_version=0, by=bo, now=clock.now())

    met = browser.post(at, typed | seen(first))
    words = met.content.decode()
    assert met.status_code == 409
    assert "Tuesday 20 April, 12:00 to 12:45, The library" in words
    assert "moved by <bdi>Bo Hazelmoor</bdi>" in words
    assert "Tuesday 20 April, 10:00 to 10:45, Main hall" in words
    assert Placing.objects.get().from_time == time(12)

    browser.post(at, typed | seen(met) | {"since": "1"})

    assert (Placing.objects.get().from_time, Placing.objects.get().version) == (time(10), 2)


def test_the_same_minute_in_the_same_room_is_said_in_words(browser, at, typed, hall, a_session, held):
    held(a_session("Bread"), "10:00", hall)
    first = browser.post(at, typed)

    answer = browser.post(at, typed | seen(first))

    # It is not offered either.
    assert "Put it there</button>" not in first.content.decode()
    assert answer.status_code == 422
    assert "Another session begins in that room at that minute." in answer.content.decode()


def test_an_hour_that_does_not_exist_is_refused_in_words(browser, at, typed):
    answer = browser.post(at, typed | {"day": "2027-03-28", "from_time": "01:30"})

    assert (answer.status_code, Placing.objects.count()) == (422, 0)
    assert "this time doesn’t exist" in answer.content.decode()


def test_an_hour_that_comes_twice_asks_which(browser, at, typed):
    twice = typed | {"day": "2027-10-31", "from_time": "01:30"}
    asks = browser.post(at, twice)
    assert (asks.status_code, "Which one is it?" in asks.content.decode()) == (422, True)

    second = twice | {"which": "second"}
    browser.post(at, second | seen(browser.post(at, second)))

    assert Placing.objects.get().is_second_hour is True


def test_it_is_pinned_unpinned_and_taken_out(browser, at, hall, tea, held):
    held(tea, "10:00", hall)

    browser.post(f"{at}pin/", {"pinned": "yes"})
    assert Placing.objects.get().is_pinned is True
    browser.post(f"{at}pin/")
    assert Placing.objects.get().is_pinned is False
    browser.post(f"{at}removal/", {"since": "7"})
    assert Placing.objects.count() == 1
    browser.post(f"{at}removal/", {"since": "1"})
    assert Placing.objects.count() == 0


def test_a_gathering_without_a_day_can_be_planned_too(browser, at, typed, spring):
    Gathering.objects.filter(pk=spring.pk).update(day=None)

    assert browser.get(at).status_code == 200
    assert browser.post(at, typed).status_code == 200


@pytest.mark.parametrize("number", ["0", "21", "99999999999999"])
def test_a_session_is_not_held_a_thousand_times(browser, tea, number):
    assert browser.get(f"/gatherings/spring/sessions/{tea.uid}/placing/{number}/").status_code == 404


def test_a_room_of_somebody_else_is_none(browser, at, typed, draft, cy):
    elsewhere = Gathering.begin("Supper", by=cy).programme_rooms.create(number=1, name="Kitchen")

    assert browser.post(at, typed | {"room": elsewhere.pk}).status_code == 422
