"""At each stand of its clock the sample is alive. It is filled once, walked through once, and looked at here."""

import re
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from goldenthread.desk.sample.day import DAY_SHEET
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import POSITIONS
from goldenthread.desk.tests.headings import Headings
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.day.models import PRESENT, WAS_HERE
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import Status
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.people.models import Person

# Pytest prepares a database for tests that ask for one: these look at what was found in it.
pytestmark = pytest.mark.django_db

WORDS = [position.word for position in POSITIONS]
LAUNCH = "/gatherings/launch/"
FOR_EVERYBODY = [
    "/", "/gatherings/", LAUNCH, f"{LAUNCH}call/", f"{LAUNCH}changes/", f"{LAUNCH}feedback/", f"{LAUNCH}day/",
    "/gatherings/evening-in-bristol/", "/gatherings/day-in-leeds/", "/weave/",
]  # fmt: skip
FOR_MEMBERS = ["/people/", "/me/thread/", "/me/"]
AFTER_THE_DAY = [f"{LAUNCH}day/certificate/", f"{LAUNCH}day/feedback/", f"{LAUNCH}day/ticks/"]
FOR_CONVENORS = [
    f"{LAUNCH}{page}" for page in
    ("bookings/", "contributions/", "offers/", "tables/", "tables/versions/1/", "day/arrivals/", "day/wall/", "afterwards/")
]  # fmt: skip


@dataclass
class Stand:
    """What one finds there: pages by who looks and where, and how those of the launch fare."""

    pages: dict[str, str]
    is_certified: bool
    states: set[str]
    owed: int
    here: set[str]
    seated: list[str]
    were_there: set[str]
    certified: set[str]


@pytest.fixture(scope="module")
def stands(django_db_setup, django_db_blocker):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain})
    with storages, django_db_blocker.unblock(), transaction.atomic():
        load(timezone.now())
        walked = {position.word: look(position) for position in POSITIONS}
        transaction.set_rollback(True)
    return walked


def look(position):
    live(position.moment)
    launch = Gathering.objects.get(slug="launch")
    names = dict(Booking.objects.filter(gathering=launch).values_list("pk", "name"))
    standings, mix = launch.arrivals.standings(), told_to(launch)
    amina, keeper = browser("amina.appletree@example.org"), browser("keeper@example.org")
    pages = {f"stranger {path}": read(Client(), path) for path in [*FOR_EVERYBODY, "/gatherings.ics"]}
    pages |= {f"member {path}": read(amina, path) for path in [*FOR_EVERYBODY, *FOR_MEMBERS, *AFTER_THE_DAY]}
    pages |= {f"keeper {path}": read(keeper, path) for path in ["/", LAUNCH, *FOR_MEMBERS, *FOR_CONVENORS]}
    return Stand(
        pages=pages,
        is_certified=amina.get(AFTER_THE_DAY[0]).status_code == 200,
        states=set(Booking.objects.values_list("state", flat=True)),
        owed=Owed.objects.count(),
        here={names[key] for key, standing in standings.items() if standing in PRESENT},
        seated=sorted(mix.seats.values_list("booking__name", flat=True)) if mix else [],
        were_there={names[key] for key, standing in standings.items() if standing in WAS_HERE},
        certified=set(launch.certificates.values_list("booking__name", flat=True)),
    )


def browser(email):
    client = Client()
    client.force_login(Person.objects.get(email=email))
    return client


def read(client, path):
    """Its words; nothing of a page that is not there yet."""
    response = client.get(path)
    return response.content.decode() if response.status_code == 200 else ""


@pytest.fixture(params=WORDS)
def stand(request, stands):
    return stands[request.param]


def test_no_page_heads_an_empty_section(stand):
    bare = {where: Headings(page).bare for where, page in stand.pages.items()}

    assert {where: headings for where, headings in bare.items() if headings} == {}


def test_a_heading_over_nothing_would_be_noticed():
    page = "<h2>Out</h2><main><h1>A</h1><h2>B</h2><h3>C</h3><p>c</p><h2>D</h2><p> </p><h2>E</h2><img><section hidden><h2>F</h2></section></main><p>x</p>"

    assert Headings(page).bare == ["D"]


def test_the_front_page_the_calendar_and_the_people_are_not_bare(stand):
    front, calendar, people = (
        stand.pages[where] for where in ("stranger /", "stranger /gatherings.ics", "member /people/")
    )

    assert [words in front for words in ("/gatherings/evening-in-bristol/", "/gatherings/day-in-leeds/")] == [True] * 2
    assert calendar.count("BEGIN:VEVENT") == 3
    assert people.count("Appletree") + people.count("Bellweather") >= 5


def test_how_people_meet_was_counted_at_the_moment_one_looks(stands):
    days = {word: re.findall(r"last on\s+([^,]+),", stands[word].pages["stranger /weave/"]) for word in WORDS}

    assert days == {position.word: [f"{position.moment:%-d %B %Y}"] for position in POSITIONS}


def test_the_sample_says_one_thing_of_its_building(stands):
    launch_pages = {word: stands[word].pages[f"stranger {LAUNCH}"] for word in ("planning", "the-day")}
    contradictions = ("what the building is like", "one floor up")

    assert [phrase for phrase in contradictions if phrase in "".join(launch_pages.values())] == []
    assert "what we find out about the building" in launch_pages["planning"]
    assert [phrase in DAY_SHEET["quiet_room"] for phrase in ("one floor up", "on the same floor")] == [False, True]


def test_everybody_who_is_here_sits_in_every_round(stand):
    seated = {name: stand.seated.count(name) for name in stand.here}

    assert seated == dict.fromkeys(stand.here, 3)


def test_everybody_who_came_has_a_certificate_after_the_day(stands):
    for word in ("afterwards", "a-week-after"):
        assert stands[word].certified == stands[word].were_there
    assert {word: (len(stands[word].certified), stands[word].is_certified) for word in WORDS} == {
        "planning": (0, False),
        "a-week-before": (0, False),
        "the-day": (0, False),
        "afterwards": (60, True),
        "a-week-after": (60, True),
    }


def test_nobody_loses_a_place_and_no_booking_owes_an_email(stand):
    assert (stand.states, stand.owed) == ({State.COMING}, 0)


@pytest.mark.parametrize(
    ("word", "day", "standing", "present"),
    [
        ("planning", "Wednesday 14 December 2022", Status.DRAFT, 0),
        ("a-week-before", "Tuesday 23 May 2023", Status.SETTLED, 0),
        ("the-day", "Tuesday 30 May 2023", Status.UNDER_WAY, 53),
        ("afterwards", "Thursday 1 June 2023", Status.PAST, 55),
        ("a-week-after", "Tuesday 6 June 2023", Status.PAST, 55),
    ],
)
def test_the_launch_and_the_banner_say_what_day_it_is(stands, word, day, standing, present):
    page = stands[word].pages[f"stranger {LAUNCH}"]

    assert (f"Here it is {day}." in page, f">{standing.label}</span>" in page, len(stands[word].here)) == (
        True,
        True,
        present,
    )


def test_the_three_questions_are_open_after_the_day_and_answered_a_week_later(stands):
    question = "What should happen next?"
    seen = [[question in stands[word].pages[where] for word in WORDS] for where in (
        f"member {LAUNCH}day/feedback/", f"stranger {LAUNCH}feedback/",
    )]  # fmt: skip

    assert seen == [[False, False, False, True, False], [False, False, False, False, True]]
    assert "Three tables, three new friends." in stands["a-week-after"].pages[f"stranger {LAUNCH}feedback/"]


def test_what_came_of_it_is_written_after_the_day(stands):
    assert ["An open letter about time for people" in stands[word].pages[f"stranger {LAUNCH}"] for word in WORDS] == [
        False, False, False, True, True,
    ]  # fmt: skip
