"""Of very many rooms a page shows twelve, on one day: all of them would be a page of some megabytes."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeRoom
from goldenthread.gatherings.programme.tests.conftest import THE_DAY
from goldenthread.gatherings.programme.tests.drafts import address


@pytest.fixture
def many_rooms(with_hours):
    Gathering.objects.filter(pk=with_hours.pk).update(last_day=THE_DAY + timedelta(days=1))
    rooms = [ProgrammeRoom(gathering=with_hours, number=n, name=f"Room {n}.") for n in range(1, 27)]
    return ProgrammeRoom.objects.bulk_create(rooms)


def grid(browser, gathering, **query):
    return browser.get(address("draft", gathering), {"view": "grid"} | query).content.decode()


def test_of_very_many_rooms_twelve_stand_on_a_page_and_the_others_a_press_away(
    browser, with_hours, many_rooms, a_session, held
):
    held(a_session("Bread"), "10:00", many_rooms[0])
    held(a_session("Chairs"), "11:20", many_rooms[12])

    first, second = grid(browser, with_hours), grid(browser, with_hours, day="2027-04-20", rooms="2")

    assert (first.count("data-spot"), "Bread" in first, "11:20" in first) == (24, True, False)
    assert ("Chairs" in second, "Bread" in second.partition("<table")[2].partition("</table")[0]) == (True, False)
    assert 'href="?view=grid&amp;day=2027-04-20&amp;rooms=2"' in first
    assert ("Tuesday 20 April</h2>" in first, "Wednesday 21 April</h2>" in first) == (True, False)


@pytest.mark.parametrize("query", [{"rooms": "99"}, {"rooms": "x", "day": "2030-01-01"}])
def test_a_part_that_there_is_not_is_no_broken_page(browser, with_hours, many_rooms, query):
    assert "Tuesday 20 April</h2>" in grid(browser, with_hours, **query)


def test_few_rooms_stand_on_one_page_with_all_days(browser, with_hours, hall):
    Gathering.objects.filter(pk=with_hours.pk).update(last_day=THE_DAY + timedelta(days=1))

    page = grid(browser, with_hours)

    assert ("Wednesday 21 April</h2>" in page, "rooms=" in page) == (True, False)
