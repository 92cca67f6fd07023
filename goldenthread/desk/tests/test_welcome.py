"""What a stranger sees first."""

from datetime import UTC, date, datetime, time

import pytest

from goldenthread.desk.welcome import welcome
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.threads.models import Weave


def front(client):
    return client.get("/").content.decode()


def test_the_next_day_stands_there_with_its_place_and_its_price(client, spring, ada):
    spring.cost = "Free; lunch is shared"
    spring.record(Gathering.Turn.EDITED, by=ada)

    page = front(client)

    answers = ["Tuesday 20 April 2027", "A spring day", "The Old School, 1 Hill Street, Leeds", "Free; lunch is shared"]
    assert [words in page for words in answers] == [True] * 4


def test_what_is_not_settled_is_said(client, spring, ada):
    spring.venue = spring.address = spring.cost = ""
    spring.record(Gathering.Turn.EDITED, by=ada)

    page = front(client)

    assert ("The place isn’t settled yet" in page, "What it costs isn’t settled yet" in page) == (True, True)


def test_one_press_leads_to_a_place_when_places_can_be_booked(client, spring, ada):
    before = front(client)
    open_booking(spring, by=ada, now=clock.now(), places=None)

    assert ['href="/gatherings/spring/booking/"' in page for page in (before, front(client))] == [False, True]


def test_when_it_is_full_the_button_says_what_happens(client, spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=1)
    keep_a_place(spring, PlaceRequest("Nan", "nan@example.org"), now=clock.now())

    page = front(client)

    assert ["Put me on the waiting list" in page, "Keep me a place" in page] == [True, False]


def test_a_day_that_is_off_is_not_the_next_one(home, spring, ada):
    turns.call_off(spring, by=ada, because="Snow.")

    words = welcome(clock.now())

    assert (words["soonest"], words["others"]) == (None, [])


def test_a_day_that_was_over_an_hour_ago_is_not_the_next_one(home, spring):
    Gathering.objects.filter(pk=spring.pk).update(from_time=time(10), to_time=time(16))

    words = welcome(datetime(2027, 4, 20, 16, tzinfo=UTC))

    assert (words["soonest"], words["others"]) == (None, [])


def test_the_soonest_comes_first_and_stands_there_once(home, spring, ada):
    later = Gathering.begin("An autumn day", by=ada)
    later.day = date(2027, 10, 5)
    later.record(Gathering.Turn.EDITED, by=ada)
    turns.publish(later, by=ada)

    words = welcome(clock.now())

    assert (words["soonest"].gathering, [row[0] for row in words["others"]]) == (spring, [later])


@pytest.mark.parametrize(
    ("hour", "is_today"), [(datetime(2027, 4, 19, 12, tzinfo=UTC), False), (datetime(2027, 4, 20, 7, tzinfo=UTC), True)]
)
def test_on_its_day_it_is_not_what_comes_next(home, spring, hour, is_today):
    assert welcome(hour)["soonest"].is_today is is_today


def test_where_nothing_is_planned_nothing_heads_an_empty_section(client, home):
    page = front(client)

    assert ("What is planned" in page, "What else is planned" in page) == (False, False)
    assert "Would you like to begin one?" in page


@pytest.mark.parametrize(("sectors", "is_drawn"), [({}, False), ({"health education": 35}, True)])
def test_how_people_here_meet_is_drawn_once_it_may_be_told(client, home, sectors, is_drawn):
    Weave.objects.create(pk=1, counted_at=clock.now(), told={"sectors": sectors, "regions": {}, "threads": {}})

    assert ('class="ring"' in front(client)) == is_drawn


def test_it_says_for_whom_it_is(client, home):
    assert "Everyone is welcome." in front(client)
