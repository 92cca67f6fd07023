"""Who reads the programme reads when and where the open hour is."""

import pytest
import time_machine

from goldenthread.gatherings.programme.models import ProgrammeRoom
from goldenthread.gatherings.programme.tests.showing import MARCH, held, show

PAGE = "/gatherings/spring/programme/"
HEADING = '<h2 id="open-hour">'


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


def part_of(page):
    return " ".join(page.content.decode().partition(HEADING)[2].partition("</section>")[0].split())


def test_the_programme_says_when_and_where_it_is(client, spring, open_hour):
    garden = ProgrammeRoom.objects.create(gathering=spring, number=1, name="The garden")
    held(spring, "What you bring", "14:00", garden, kind="open_hour", minutes=90)
    show(spring)

    part = part_of(client.get(PAGE))

    assert "Tuesday 20 April 2027, 14:00 to 15:30, The garden" in part
    assert "<bdi>14:00 to 14:40</bdi>, <bdi>15:00 to 15:40</bdi>" in part
    assert "<bdi>By the window</bdi>, <bdi>Under the clock</bdi>" in part
    assert HEADING in client.get(f"{PAGE}?view=grid").content.decode()


def test_one_that_nobody_has_set_yet_has_its_hour(client, spring):
    held(spring, "What you bring", "14:00", kind="open_hour", minutes=90)
    show(spring)

    part = part_of(client.get(PAGE))

    assert ("14:00 to 15:30" in part, "Corners" in part) == (True, False)


def test_a_day_without_one_says_nothing_of_it(client, spring, open_hour, django_assert_max_num_queries):
    held(spring, "Tea")
    show(spring)
    client.get(PAGE)

    with django_assert_max_num_queries(5):
        page = client.get(PAGE)

    assert (page.status_code, HEADING in page.content.decode()) == (200, False)
