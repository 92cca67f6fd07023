"""The weave: how sectors and regions are meeting, and nothing of anybody."""

from datetime import timedelta
from itertools import product

import pytest

from goldenthread.people.models import Hat, Person, Portrait
from goldenthread.threads.beginning import begin
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Ending, Weave
from goldenthread.threads.weave_counts import count_the_weave

TEACHERS, NURSES = "education", "health"


@pytest.fixture
def crowd(home):
    """So many people with one hat each, and where they are."""

    def crowd(how_many, sector, region="", **more):
        people = Person.objects.bulk_create(
            Person(name=f"{sector} {number}", password="!") for number in range(how_many)
        )
        Hat.objects.bulk_create(
            Hat(person=person, sector=sector, **({"is_for_counts": True} | more)) for person in people
        )
        Portrait.objects.bulk_create(Portrait(person=person, region=region) for person in people)
        return people

    return crowd


@pytest.fixture
def woven(crowd, spring_day, noon):
    """Six nurses in Wales met six teachers in Scotland."""
    they_met(product(crowd(6, NURSES, "wales"), crowd(6, TEACHERS, "scotland")), where=spring_day, at=noon)
    return noon + timedelta(days=100)


def counts(now):
    return count_the_weave(now).told


def test_sectors_that_meet_are_counted(woven):
    # What one alone would give away is hidden with another: here there is nothing else to hide.
    assert counts(woven)["sectors"] == {"health education": 35}


def test_regions_are_counted_within_and_beyond(woven):
    assert counts(woven)["regions"] == {"wales beyond": 35, "scotland beyond": 35}


def test_five_of_each_are_needed(crowd, spring_day, noon):
    they_met(product(crowd(4, NURSES, "wales"), crowd(30, TEACHERS, "scotland")), where=spring_day, at=noon)

    assert counts(noon) == {"sectors": {}, "regions": {}, "threads": {}}


def test_who_did_not_allow_it_is_not_counted(crowd, spring_day, noon):
    nurses = crowd(6, NURSES, is_for_counts=False)
    they_met(product(nurses, crowd(6, TEACHERS)), where=spring_day, at=noon)

    assert counts(noon)["sectors"] == {}


def test_a_region_told_to_few_is_not_counted(woven):
    Portrait.objects.update(region_audience="met")

    assert counts(woven)["regions"] == {}


def test_two_who_met_twice_are_two_once(crowd, woven, spring_day, autumn, noon):
    people = Person.objects.order_by("pk")
    they_met(product(people[:6], people[6:]), where=autumn, at=noon)

    assert counts(woven)["sectors"] == {"health education": 35}


def test_a_thread_without_an_encounter_counts_as_well(crowd, spring_day, noon):
    for nurse, teacher in product(crowd(5, NURSES), crowd(5, TEACHERS)):
        begin(nurse, teacher, where=spring_day, at=noon)

    assert counts(noon)["sectors"] == {"health education": 25}


def test_threads_that_lasted_a_season_are_counted(crowd, spring_day, noon):
    nurses, teachers = crowd(12, NURSES), crowd(12, TEACHERS)
    pairs = list(zip(nurses, teachers, strict=True))
    threads = [
        begin(one, other, where=spring_day, at=noon if place < 6 else noon + timedelta(days=60))
        for place, (one, other) in enumerate(pairs)
    ]
    Ending.objects.create(one=pairs[0][0], other=pairs[0][1], by=pairs[0][0], at=noon + timedelta(days=95))

    assert len(threads) == 12
    assert counts(noon + timedelta(days=100))["threads"] == {"lasted": 5, "others": 5, "began": 10}


def test_a_thread_that_ended_early_did_not_last(crowd, spring_day, noon):
    for one, other in zip(crowd(5, NURSES), crowd(5, TEACHERS), strict=True):
        begin(one, other, where=spring_day, at=noon)
        Ending.objects.create(one=one, other=other, by=one, at=noon + timedelta(days=89))

    assert counts(noon + timedelta(days=500))["threads"] == {"others": 5, "began": 5}


def test_the_page_shows_the_same_as_picture_and_table(client, woven):
    count_the_weave(woven)

    answer = client.get("/weave/")

    page, shown = answer.content.decode(), answer.context["woven"]
    assert ([line.width for line in shown.lines], page.count("35+")) == ([2], 4)
    assert "Slide the table sideways to see the rest." in page
    assert ("Education", "Health") not in shown.hardly
    assert ("Health", "Social care") in shown.hardly
    assert [row.label for row in shown.regions] == ["Scotland", "Wales"]


def test_the_page_names_nobody(client, woven, ada):
    count_the_weave(woven)

    page = client.get("/weave/").content.decode()

    assert [name for name in ("Foxglove", "health 0", "education 3") if name in page] == []


@pytest.mark.parametrize("counted", [False, True])
def test_it_is_kind_when_there_is_nothing_to_show(client, home, noon, counted):
    [count_the_weave(noon) for _ in range(counted)]

    assert ("Not enough people have met yet." in client.get("/weave/").content.decode()) is True


def test_it_shows_threads_even_where_no_sector_may_be_shown(client, crowd, spring_day, noon):
    for one, other in zip(crowd(6, "", is_for_counts=True, words="A role"), crowd(6, TEACHERS), strict=True):
        begin(one, other, where=spring_day, at=noon)
    count_the_weave(noon)

    page = client.get("/weave/").content.decode()

    assert ("Have begun" in page, "Between sectors" in page) == (True, False)


def test_there_is_one_weave(noon, home):
    count_the_weave(noon)
    count_the_weave(noon)

    assert Weave.objects.count() == 1
