from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.desk.sample.loading import load
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.models import House
from goldenthread.people.models import Hat, Person


@pytest.fixture
def sample_home(db):
    load(timezone.now())
    return House.objects.get()


@pytest.fixture
def keeper(sample_home):
    return Person.objects.get(email="keeper@example.org")


def stands_at():
    return clock.now().strftime("%Y-%m-%d")


def test_the_launch_is_as_it_was_announced_and_the_rest_says_that_it_was_made_up(client, sample_home):
    page = client.get("/gatherings/launch/").content.decode()

    assert [words in page for words in (
        "Tuesday 30 May 2023", "RCPsych, Prescot Street, London E1 8BB", "Rex Haigh", "Nick Benefield", "Mike Burns",
        "the College Centre for Quality Improvement’s Enabling Environments project", "Draft plan",
        "Speakers are to be confirmed.",
    )] == [True] * 8  # fmt: skip
    assert page.lower().count("made up for this sample") == 4


def test_nobody_can_sign_in_as_a_convenor(sample_home):
    convenors = [row.person for row in Gathering.objects.get(slug="launch").convenings.all()]

    assert [person.may_sign_in for person in convenors] == [False, False, False]


def test_the_same_people_move_in_every_time_and_all_of_them_were_made_up(sample_home):
    invented = Person.objects.exclude(email=None)

    names = list(Person.objects.order_by("pk").values_list("name", flat=True)[:3])
    assert names == ["Wren Alderbrook", "Amina Appletree", "Bryn Hazelmoor"]
    assert invented.filter(email__endswith="@example.org").count() == invented.count() == 120
    assert invented.values("name").distinct().count() == 120
    assert Hat.objects.count() == 157


def test_the_clock_begins_on_14_december_2022_and_runs_on(sample_home, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=2))

    assert stands_at() == "2022-12-16"


def test_nobody_but_the_keeper_sets_the_clock(client, sample_home):
    client.force_login(Person.objects.get(name="Amina Appletree"))

    assert client.post("/sample-clock/", {"to": "the-day"}).status_code == 403
    assert client.get("/sample-clock/planning/").status_code == 403
    assert stands_at() == "2022-12-14"


def test_a_real_site_has_no_clock_to_set_and_no_banner(client, kim):
    client.force_login(kim)

    assert client.post("/sample-clock/", {"to": "the-day"}).status_code == 404
    assert client.get("/sample-clock/the-day/").status_code == 404
    assert "A sample site" not in client.get("/").content.decode()
