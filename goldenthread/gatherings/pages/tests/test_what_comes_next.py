"""What comes next for a convenor, and where the gathering is on its way to the day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import HeldPlaces
from goldenthread.gatherings.pages.convening.before_the_day import make_the_tables
from goldenthread.gatherings.pages.convening.every_page import every_page
from goldenthread.gatherings.pages.convening.how_it_stands import facts_of
from goldenthread.gatherings.pages.convening.way_to_the_day import way_to_the_day
from goldenthread.gatherings.pages.convening.what_comes_next import what_comes_next
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.kit import clock

DAY = date(2027, 4, 20)
DONE = datetime(2027, 4, 1, 9, tzinfo=UTC)


@pytest.fixture
def facts(ada):
    """How a gathering stands for Ada, so many days before its day."""

    def facts(gathering, *, days=100, **known):
        fresh = Gathering.objects.with_facts().get(pk=gathering.pk)
        begins = fresh.starts_at or clock.now()
        standing = facts_of(fresh, ada, begins - timedelta(days=days))
        more = {name: known.pop(name) for name in list(known) if name not in standing.known}
        return replace(standing, **more, known=standing.known | known)

    return facts


def titles(facts):
    return [step.what for step in what_comes_next(facts)]


def test_a_first_draft_wants_a_day_readers_and_company(draft, facts):
    assert titles(facts(draft)) == [
        "Say which day it is",
        "Show the draft to everybody",
        "Ask somebody to convene with you",
    ]


def test_an_open_plan_wants_hours_and_bookings(spring, facts):
    assert titles(facts(spring)) == [
        "Say when it starts and ends",
        "Let people book a place",
        "Ask who would like to say something",
    ]


@pytest.mark.parametrize(
    ("days", "known", "first"),
    [
        (100, {"waiting": 2}, "2 people are waiting for a place"),
        (60, {}, "Places are held for Health until 1 March"),
        (100, {"to_ask": 1}, "Ask 1 person whether they’re coming"),
        (14, {"coming": 12}, "Make the tables"),
        (14, {"coming": 12, "is_mixed": True}, "Announce the tables"),
        (14, {"coming": 12, "announced_at": DONE, "without_a_table": 3}, "3 people don’t have a table yet"),
        (28, {}, "Say that the plan is settled"),
        (1, {"coming": 12}, "Write what people need to know on the day"),
        (1, {"sheet_at": DONE, "announced_at": DONE}, "Try the room screen"),
        (1, {"sheet_at": DONE, "coming": 12}, "Print the list for the door"),
        (0, {"coming": 12}, "Welcome people at the door"),
        (-2, {"has_bookings": True}, "Say who came"),
        (-2, {"last_call_at": DONE}, "Give everybody their certificate"),
        (-2, {"has_bookings": True, "last_call_at": DONE, "certified_at": DONE}, "Thank those who came"),
        (-2, {"has_feedback": True}, "Say what came of it"),
        (-2, {"has_feedback": True, "outcome_at": DONE}, "Read what people said"),
        (-2, {"outcome_at": DONE}, "Keep it safe"),
    ],
)
def test_what_comes_next_is_what_it_is_time_for(booked, facts, days, known, first):
    Gathering.objects.update(from_time="10:00", to_time="16:00")

    assert titles(facts(booked, days=days, **known))[0] == first


def test_asking_for_voices_stands_among_what_presses_more(booked, facts):
    known = {"waiting": 2, "to_ask": 1, "without_a_table": 3}

    assert titles(facts(booked, days=60, **known))[-1] == "Ask who would like to say something"
    assert "Ask who would like to say something" not in titles(facts(booked, days=60, call_at=DONE, **known))
    assert "Ask who would like to say something" not in titles(facts(booked, days=28, **known))


def test_tables_are_not_asked_for_months_ahead(booked, facts):
    assert "Make the tables" not in titles(facts(booked, days=15, coming=12))


def test_held_places_give_nobodys_sector_away(booked, facts):
    def said():
        return [step for step in what_comes_next(facts(booked, days=60)) if "held" in step.what]

    HeldPlaces.objects.update(places=1)
    before = said()
    keep_a_place(booked, PlaceRequest("Di", "di@example.org", sectors=["health"]), now=clock.now())

    assert [step.why for step in before] == ["After that day, anybody can have what nobody has taken."]
    assert said() == before


def test_what_is_called_off_wants_nothing(spring, ada, facts):
    turns.call_off(spring, by=ada, because="Snow")

    assert titles(facts(spring)) == []


def test_what_is_postponed_wants_another_day(spring, ada, facts):
    turns.postpone(spring, by=ada, because="Snow")

    assert titles(facts(spring, days=-2))[0] == "Find another day"


@pytest.mark.parametrize(("days", "is_offered"), [(100, True), (-2, False)])
def test_once_it_has_been_nothing_is_offered_that_is_too_late(spring, facts, days, is_offered):
    words = {words for _heading, links in every_page(facts(spring, days=days)) for words, _path in links}

    too_late = {"Changes that wait", "Make a poster", "Make the tables", "List for the door"}
    assert (too_late & words, "The tables as they were" in words) == (too_late if is_offered else set(), not is_offered)


def test_a_term_that_is_over_is_asked_about_and_ends_nothing(spring, facts):
    Convening.objects.update(planned_until=DAY)

    assert titles(facts(spring, days=0))[0] == "You meant to convene until 20 April"
    assert "You meant" not in str(titles(facts(spring, days=1)))
    assert Convening.objects.current().count() == 1


def test_the_way_to_the_day_says_where_one_is(booked, facts):
    way = way_to_the_day(facts(booked))

    assert [stage.words for stage in way if stage.has_been] == ["Shown to everybody", "Places open"]
    assert [stage.words for stage in way if stage.is_now] == ["Plan settled"]
    assert [stage.when for stage in way if stage.words == "The day"] == ["20 April"]


def test_a_stage_that_was_left_out_is_no_debt(booked, facts):
    way = way_to_the_day(facts(booked, days=-2))

    assert [stage.words for stage in way if stage.is_now] == ["Certificates"]


@pytest.mark.parametrize(
    ("expected", "why"),
    [
        (0, "16 people are coming so far."),
        (8, "8 people are coming so far. 8 are expected, and haven’t said yes yet."),
        (16, "16 are expected, and haven’t said yes yet."),
    ],
)
def test_who_is_only_expected_is_not_said_to_be_coming(booked, facts, expected, why):
    step = make_the_tables(facts(booked, days=14, coming=16, expected=expected))

    assert step
    assert step.why == why
