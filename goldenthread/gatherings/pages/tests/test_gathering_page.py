import json
from datetime import UTC, date, datetime, time

import pytest
import time_machine

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import SectorCounts
from goldenthread.gatherings.bookings.opening import hold_places, open_booking
from goldenthread.gatherings.bookings.sector_seats import SectorRow, sector_seats
from goldenthread.gatherings.pages.event import event
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Following
from goldenthread.gatherings.programme.tests.showing import held, show
from goldenthread.kit import clock


def test_strangers_see_the_plan_and_what_is_open(client, spring):
    page = client.get("/gatherings/spring/").content.decode()

    assert "A spring day" in page
    assert "Tuesday 20 April 2027" in page
    assert "Not settled yet" in page
    assert 'href="/gatherings/spring/offers/cost/"' in page


def test_when_it_is_over_nobody_is_looked_for_any_more(client, spring):
    type(spring).objects.filter(pk=spring.pk).update(voices="Would you say something?", aims={"health": 20})
    looking = {"Would you say something?", "An empty ring is a seat we hope somebody will fill.", "Who is coming"}
    before = client.get("/gatherings/spring/").content.decode()
    type(spring).objects.filter(pk=spring.pk).update(day=date(2020, 4, 20))
    after = client.get("/gatherings/spring/").content.decode()

    assert [words for words in looking if words not in before] == []
    assert [words for words in looking if words in after] == []
    assert "Who had a place" in after


def test_a_strangers_page_holds_nothing_to_post_and_sets_no_cookie(client, spring):
    answer = client.get("/gatherings/spring/")

    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert answer.cookies == {}


def test_a_cold_page_asks_four_questions_for_strangers(client, spring, django_assert_num_queries):
    with django_assert_num_queries(4):
        client.get("/gatherings/spring/")


def test_where_a_programme_is_shown_two_more_read_it(client, spring, django_assert_num_queries):
    for number in range(3):
        held(spring, f"Session {number}", f"1{number}:00", names=["Jude Oakmoor"])
    show(spring, now=clock.now())

    with django_assert_num_queries(6):
        client.get("/gatherings/spring/")


@pytest.fixture
def book(spring, ada):
    """So many people, who wear many hats; some places are held."""
    now = clock.now()
    open_booking(spring, by=ada, now=now, places=50, until=None, confirm_hours=72, answer_hours=24)
    for sector in ["health", "education"]:
        hold_places(spring, by=ada, now=now, sector=sector, places=5, until=date(2027, 1, 1))

    def book(how_many):
        for number in range(how_many):
            hats = ["health", "education", "policy"][: number % 4]
            keep_a_place(spring, PlaceRequest(f"Guest {number}", f"guest-{number}@example.org", sectors=hats), now=now)

    return book


@pytest.mark.parametrize("how_many", [3, 60])
def test_with_bookings_it_asks_no_more_however_many_there_are(client, book, how_many, django_assert_num_queries):
    book(how_many)

    with django_assert_num_queries(4):
        client.get("/gatherings/spring/")


@pytest.mark.parametrize(("counts", "is_said"), [({}, False), ({"health": 2}, False), ({"health": 10}, True)])
def test_of_numbers_nothing_is_said_until_there_are_some(client, book, spring, counts, is_said):
    type(spring).objects.filter(pk=spring.pk).update(aims={"health": 20})
    SectorCounts.objects.create(gathering=spring, counted_on=clock.now().date(), counts=counts)
    book(0)
    page = client.get("/gatherings/spring/").content.decode()

    assert ("The numbers are from last night" in page) is is_said


def test_what_was_over_an_hour_ago_is_a_past_gathering(client, spring):
    type(spring).objects.filter(pk=spring.pk).update(from_time=time(10), to_time=time(16))
    with time_machine.travel(datetime(2027, 4, 20, 17, tzinfo=UTC), tick=False):
        page = client.get("/gatherings/").content.decode()

    assert page.index("Past gatherings") < page.index("A spring day")


def test_keeping_a_place_comes_first(client, book):
    book(0)

    page = client.get("/gatherings/spring/").content.decode()

    assert 0 < page.index("Keep me a place") < page.index("Follow this plan")


def test_a_members_page_asks_eight_questions(client, bo, spring, django_assert_num_queries):
    client.force_login(bo)

    with django_assert_num_queries(8):
        client.get("/gatherings/spring/")


def test_only_convenors_are_shown_their_tools(client, ada, bo, spring):
    client.force_login(bo)
    members = client.get("/gatherings/spring/").content.decode()
    client.force_login(ada)
    convenors = client.get("/gatherings/spring/").content.decode()

    assert "/gatherings/spring/convening/" not in members
    assert "/gatherings/spring/convening/" in convenors


def test_who_follows_is_told_so(client, bo, spring):
    Following.objects.create(gathering=spring, person=bo, told=spring.news)
    client.force_login(bo)

    assert "You follow this plan" in client.get("/gatherings/spring/").content.decode()


def test_a_signed_in_page_is_for_nobody_else(client, bo, spring):
    client.force_login(bo)

    assert client.get("/gatherings/spring/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("taken", "words"), [(0, "12 seats"), (5, "about 5 of 12"), (15, "about 15 of 12")])
def test_a_number_is_said_to_be_about_right(taken, words):
    assert SectorRow("Health", hoped_for=12, taken=taken).words == words


def test_seats_are_shown_for_the_sectors_hoped_for(spring):
    spring.aims = {"education": 9, "health": 12}

    assert [(row.sector, row.words) for row in sector_seats(spring, {"health": 5})] == [
        ("Health", "about 5 of 12"),
        ("Education", "9 seats"),
    ]


def test_search_engines_read_the_facts(spring):
    payload = json.loads(event(spring) or "")

    assert (payload["@type"], payload["name"], payload["startDate"]) == ("Event", "A spring day", "2027-04-20")
    assert payload["location"]["address"] == "1 Hill Street, Leeds"
    assert payload["eventStatus"] == "https://schema.org/EventScheduled"


def test_search_engines_read_that_it_is_called_off(spring, ada):
    turns.call_off(spring, by=ada, because="Snow")
    spring.refresh_from_db()

    assert json.loads(event(spring) or "")["eventStatus"] == "https://schema.org/EventCancelled"


def test_without_a_day_there_is_no_event(draft):
    assert event(draft) is None


def test_a_title_cannot_break_out_of_the_page(spring):
    spring.title = "</script><script>alert(1)</script>"

    assert "<" not in (event(spring) or "")
    assert json.loads(event(spring) or "")["name"] == spring.title
