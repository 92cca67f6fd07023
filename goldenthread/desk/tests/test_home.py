"""Home knows me: before the day, on it and afterwards. Pressed as people press: by what stands on the page."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.desk.tests.reading_pages import way, words
from goldenthread.gatherings.afterwards.models import Feedback, Outcome
from goldenthread.gatherings.afterwards.tests.conftest import evening, issued  # noqa: F401 (pytest finds them here)
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.day.tests.conftest import (  # noqa: F401
    at,
    come,
    laid,
    now,
    press,
    sat,
    seat,
    today,
)
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.models import Person
from goldenthread.threads.beginning import begin
from goldenthread.threads.chores import ask
from goldenthread.threads.introducing import introduce
from goldenthread.threads.models import Where


@pytest.fixture
def at_home(client):
    """What stands at home of this person, as words without marks; and the page, to press on."""

    def at_home(person):
        client.force_login(person)
        return client.get("/").content.decode()

    return at_home


def test_home_says_that_i_have_a_place_and_where_it_is(at_home, seat, today):  # noqa: F811
    people = seat({1: {1: "Ann Ben"}})
    with time_machine.travel(today.starts_at - timedelta(days=3), tick=False):
        page = at_home(people["Ann"].person)

    sentences = ["Your next gathering", "A spring day", "You have a place.", "The Old School", "Your code for the door"]
    assert [sentence for sentence in sentences if sentence not in words(page)] == []


def test_on_the_day_my_table_is_one_press_from_home(at_home, client, sat):  # noqa: F811
    page = at_home(sat["Ann"].person)

    day = client.get(way(page, "Your day and your table")).content.decode()

    assert "Today" in words(page)
    assert "Table 1" in words(day.partition("Where you sit")[2])


def test_on_the_day_home_names_my_table_before_anything_else(at_home, sat):  # noqa: F811
    page = words(at_home(sat["Ann"].person))

    assert 0 < page.index("Where you sit") < page.index("The Old School")


def test_home_itself_names_my_tables(at_home, seat):  # noqa: F811
    people = seat({1: {1: "Ann Ben"}, 2: {2: "Ann Ben"}})

    assert "Round 1, 10:00: Table 1 Round 2, 11:00: Table 2" in words(at_home(people["Ann"].person))


def test_my_certificate_is_two_presses_from_home(at_home, client, issued, sat):  # noqa: F811
    page = at_home(sat["Ann"].person)

    certificate = client.get(way(page, "Take your certificate")).content.decode()
    paper = client.post(way(page, "Take your certificate"), {"note": ""})

    assert 'method="post"' in certificate
    assert paper["Content-Type"] == "application/pdf"


def test_afterwards_home_has_what_is_left_to_say(at_home, today, issued, sat, ada):  # noqa: F811
    Outcome.objects.create(gathering=today, words="A choir.", by=ada)

    page = words(at_home(sat["Ann"].person))

    left = ["stay in touch with", "Take your certificate", "three questions", "Read what came of it"]
    assert [sentence for sentence in left if sentence not in page] == []


@pytest.mark.parametrize(("answers", "days", "is_there"), [(5, 8, True), (4, 8, False), (5, 3, False)])
def test_home_leads_to_what_people_said_once_it_can_be_read(at_home, today, sat, answers, days, is_there):  # noqa: F811
    Feedback.objects.bulk_create(Feedback(gathering=today, good="The soup.") for _ in range(answers))

    with time_machine.travel(today.ends_at + timedelta(days=days), tick=False):
        page = at_home(sat["Ann"].person)

    assert ("Read what people said about the day" in words(page)) == is_there


def test_the_newest_gathering_comes_first_and_then_new_threads(at_home, issued, sat, today):  # noqa: F811
    ann = sat["Ann"].person
    for other in ("Ben", "Cat"):
        begin(
            ann, sat[other].person, where=Where(f"gathering:{today.pk}", "A spring day"), at=clock.now(), is_news=True
        )

    page = words(at_home(ann))

    headings = ["After A spring day", "Take your certificate", "New threads", "Ben", "Cat", "What is being planned"]
    assert sorted(headings, key=page.index) == headings


def test_what_i_convene_is_not_planned_once_more(at_home, today, ada):  # noqa: F811
    above, heading, planned = words(at_home(ada)).partition("What else is planned")

    assert (bool(heading), "A spring day" in above, "A spring day" in planned) == (True, True, False)


def test_who_was_not_there_is_left_in_peace(at_home, issued, sat):  # noqa: F811
    page = words(at_home(sat["Eli"].person))

    assert [word for word in ("After A spring day", "certificate", "Your next gathering") if word in page] == []


@pytest.mark.parametrize(
    ("state", "sentence", "button"),
    [
        (State.KEPT, "A place is kept for you. Please confirm it.", "Confirm my place"),
        (State.WAITING, "You are on the waiting list.", "See my place on the waiting list"),
        (State.OFFERED, "A place is free for you. Would you like it?", "Answer"),
    ],
)
def test_home_says_how_i_stand(at_home, today, bo, state, sentence, button):  # noqa: F811
    details = {"name": bo.name, "email": bo.email, "language": "en-gb", "confirmed_at": clock.now()}
    booking = Booking.objects.create(gathering=today, person=bo, state=state, **details)

    page = at_home(bo)

    assert (sentence in words(page), way(page, button)) == (True, booking.get_absolute_url())


def test_where_a_place_was_asked_for_is_not_my_next_gathering(at_home, today, bo):  # noqa: F811
    details = {"name": bo.name, "email": bo.email, "language": "en-gb", "confirmed_at": clock.now()}
    Booking.objects.create(gathering=today, person=bo, state=State.ASKED, **details)

    page = at_home(bo)

    assert ("Your next gathering" in page, way(page, "See what I asked for") is None) == (False, False)


def test_what_is_called_off_is_said_at_home(at_home, today, ada, come):  # noqa: F811
    ann = come("Ann")["Ann"].person
    turns.call_off(today, by=ada, because="Snow")

    page = words(at_home(ann))

    assert ("This gathering is called off." in page, "Your code for the door" in page) == (True, False)


def test_what_is_over_or_called_off_is_not_being_planned(at_home, today, evening, ada, bo):  # noqa: F811
    off = Gathering.begin("An autumn day", by=ada)
    turns.publish(off, by=ada)
    turns.call_off(off, by=ada, because="Snow")
    page = words(at_home(bo))

    assert [title in page for title in (today.title, off.title)] == [False, False]


def test_a_convenor_comes_from_home_to_who_is_coming(at_home, client, today, ada):  # noqa: F811
    page = at_home(ada)

    assert client.get(way(page, "Who is coming")).status_code == 200


def test_an_introduction_waits_at_home(at_home, ada, bo, cy):
    introduce(ada, bo, by=cy, why="You both bake.", at=clock.now(), is_wanted=True)
    ask(clock.now())

    assert way(at_home(bo), "Read it and answer") == "/me/thread/introductions/"


@pytest.mark.parametrize("how_many", [1, 50])
def test_home_asks_no_more_however_much_there_is(
    client,
    ada,
    sat,  # noqa: F811
    issued,  # noqa: F811
    how_many,
    django_assert_num_queries,
):
    ann = sat["Ann"].person
    gatherings = [Gathering.begin(f"Gathering {number}", by=ada) for number in range(how_many)]
    details = {"name": ann.name, "email": ann.email, "language": "en-gb", "state": State.COMING}
    Booking.objects.bulk_create(Booking(gathering=gathering, person=ann, **details) for gathering in gatherings)
    client.force_login(Person.objects.get(pk=ann.pk))

    with django_assert_num_queries(17):
        client.get("/")
