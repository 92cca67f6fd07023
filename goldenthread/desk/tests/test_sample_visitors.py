"""Somebody looks around in the sample: what they do there lasts when its clock goes on, and they are asked before it goes back."""

import pytest
from django.utils import timezone

from goldenthread.desk.sample.going_back import take_away, what_goes
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.afterwards.chores import tell_of_certificates
from goldenthread.gatherings.afterwards.feeding_back import give
from goldenthread.gatherings.afterwards.models import Certificate, Feedback
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.day.models import Arrival, Tick
from goldenthread.gatherings.day.ticking import sat_with, tick
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering, Settlement
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import Announcement, TableWish
from goldenthread.gatherings.tables.remaking import remake
from goldenthread.gatherings.tables.wishing import ask
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from goldenthread.threads.models import Thread


@pytest.fixture
def launch(db):
    load(timezone.now())
    return Gathering.objects.with_facts().get(slug="launch")


@pytest.fixture
def visitor(launch):
    """They have asked for a place in December, and for a quiet table."""
    booking = keep_a_place(launch, PlaceRequest("Nan Thornbush", "nan@example.net"), now=clock.now())
    ask(booking, features=["quiet"], sits_out=[])
    return booking


def go_to(word):
    live(BY_WORD[word].moment)


def ticks_the_first(booking):
    """They are here, and would like to stay in touch with somebody at their table."""
    booking.refresh_from_db()
    Arrival.objects.create(gathering=booking.gathering, booking=booking, standing="here", way="word")
    neighbour = sat_with(booking, clock.now())[0].bookings[0]
    tick(booking.gathering, by=booking, people=[neighbour.pk], among=[neighbour.pk])
    return neighbour.person_id


def counts():
    return [model.objects.count() for model in (Arrival, Certificate, Thread, Tick, Feedback)] + [
        Gathering.history.count()
    ]


def test_a_place_that_was_asked_for_is_confirmed_and_has_a_table(visitor):
    go_to("the-day")

    visitor.refresh_from_db()
    assert (visitor.state, visitor.person.name) == (State.COMING, "Nan Thornbush")
    assert [mine.table is not None for mine in my_tables(visitor)] == [True] * 3
    assert TableWish.objects.get(booking=visitor).features == "quiet"


def test_what_they_ticked_becomes_a_thread_and_their_certificate_is_there(visitor):
    go_to("the-day")
    other = ticks_the_first(visitor)
    threads = Thread.objects.count()

    go_to("afterwards")

    mine = Thread.objects.filter(one__in=[visitor.person_id, other], other__in=[visitor.person_id, other])
    assert (mine.count(), Certificate.objects.filter(booking=visitor).count()) == (1, 1)
    assert Thread.objects.count() > threads + 10


def test_whoever_never_said_that_they_are_here_has_no_certificate(visitor):
    go_to("afterwards")

    assert visitor.gathering.arrivals.standing_of(visitor) is None
    assert (Certificate.objects.exists(), Certificate.objects.filter(booking=visitor).exists()) == (True, False)


def test_going_on_twice_adds_nothing_and_what_was_said_stays(visitor):
    go_to("afterwards")
    give(visitor, {"good": "The soup.", "hard": "", "next": ""})
    Certificate.objects.update(told_at=clock.now())
    before = counts()

    go_to("a-week-after")

    assert counts() == before
    assert Feedback.objects.filter(good="The soup.").count() == 1


def test_whoever_a_host_has_seen_stands_as_the_host_said(launch, client):
    go_to("the-day")
    late = launch.bookings.order_by("pk")[8]
    Arrival.objects.create(gathering=launch, booking=late, standing="here", way="list")

    go_to("afterwards")

    assert launch.arrivals.standings()[late.pk] == "here"


def test_those_who_are_here_can_be_seated_anew(launch):
    go_to("the-day")

    mix = remake(launch.arrangement, 2, by=Person.objects.get(email="keeper@example.org"), only_present=True)

    assert (mix.is_done, mix.seats.filter(round__number=2).count()) == (True, 53)


# ---- back


@pytest.fixture
def keeper(client, launch):
    client.force_login(Person.objects.get(email="keeper@example.org"))
    return client


def test_going_on_asks_nothing_and_going_back_says_first_what_goes(keeper, launch):
    on = keeper.post("/sample-clock/", {"to": "afterwards"})
    question = keeper.post("/sample-clock/", {"to": "planning"})
    page = keeper.get(question.url).content.decode()

    assert (on.url, question.url) == ("/", "/sample-clock/planning/")
    assert [
        words in page for words in ("Back to Wednesday 14 December 2022?", "<li>certificates</li>", "Stay where I am")
    ] == [True] * 3
    assert (clock.now().date().isoformat(), launch.certificates.count()) == ("2023-06-01", 60)


def test_back_again_only_what_was_booked_and_planned_is_left(keeper, launch, visitor):
    go_to("the-day")
    ticks_the_first(visitor)
    remake(launch.arrangement, 2, by=Person.objects.get(email="keeper@example.org"))
    go_to("a-week-after")
    tell_of_certificates(clock.now())

    keeper.post("/sample-clock/", {"to": "planning", "sure": "yes"})

    gone = [
        launch.arrivals,
        launch.certificates,
        launch.ticks,
        launch.feedback,
        launch.reflections,
        Settlement.objects.filter(gathering=launch),
    ]
    assert ([rows.count() for rows in gone], what_goes(clock.now())) == ([0] * 6, [])
    assert Email.objects.filter(kind="certificate").count() == 0
    assert Thread.objects.filter(where_key__startswith="gathering").count() == 0
    assert (Booking.objects.get(pk=visitor.pk).state, Announcement.objects.count()) == (State.COMING, 1)
    assert keeper.get("/gatherings/launch/").context["standing"] == "draft"


def test_gone_back_and_on_it_is_the_same_again(launch):
    go_to("a-week-after")
    before = counts()
    take_away(BY_WORD["planning"].moment)
    go_to("planning")

    go_to("a-week-after")

    assert counts() == before


def test_what_was_written_on_the_plan_since_it_was_settled_stays(keeper, launch):
    go_to("a-week-before")
    turns.unsettle(Gathering.objects.get(pk=launch.pk), by=Person.objects.get(email="keeper@example.org"))

    keeper.post("/sample-clock/", {"to": "planning", "sure": "yes"})
    go_to("a-week-before")

    assert Settlement.objects.filter(gathering=launch).count() == 0


def test_a_day_that_a_keeper_called_off_is_not_held(launch):
    turns.call_off(launch, by=Person.objects.get(email="keeper@example.org"))

    go_to("a-week-after")

    assert (Arrival.objects.count(), clock.now().date().isoformat()) == (0, "2023-06-06")
