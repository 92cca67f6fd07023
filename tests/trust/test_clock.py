"""Odd moments: leap days, nights on which the clocks change, and years that no calendar knows."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.chores import send_changes, tell_followers
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.outbox.models import Email

# As the day and its hours are told in a page and in an e-mail.
TOLD = {
    "leap day": ({"day": date(2028, 2, 29)}, "Tuesday 29 February 2028"),
    "clocks go forward": (
        {"day": date(2027, 3, 28), "from_time": time(0, 30), "to_time": time(3)},
        "0:30 to 3:00, London time",
    ),
    "clocks go back": (
        {"day": date(2027, 10, 31), "from_time": time(0, 30), "to_time": time(3)},
        "0:30 to 3:00, London time",
    ),
    "far away": ({"day": date(2199, 12, 31), "last_day": date(2199, 12, 31)}, "Tuesday 31 December 2199"),
}
ODD_PLANS = {
    "no such day": {"day": "2027-02-29"},
    "no such hour": {"day": "2027-03-28", "from_time": "01:30"},
    "the end of all calendars": {"day": "9999-12-31"},
    "... on the last day": {"day": "2027-05-04", "last_day": "9999-12-31"},
    "their beginning": {"day": "0001-01-01"},
    "a slip": {"day": "0203-05-30"},
}


@pytest.fixture
def followed(ada, bo):
    gathering = Gathering.begin("Tea", by=ada)
    turns.publish(gathering, by=ada)
    Following.objects.create(gathering=gathering, person=bo, told=2)
    return Gathering.objects.get(pk=gathering.pk)


@pytest.mark.parametrize(("plan", "words"), TOLD.values(), ids=TOLD.keys())
def test_page_calendar_and_email_tell_the_day(client, followed, ada, plan, words):
    followed.replan(plan, since=followed.sequence, by=ada, is_small=False)
    at = followed.get_absolute_url()

    send_changes(datetime(2027, 1, 1, tzinfo=UTC))
    tell_followers(datetime(2027, 1, 1, tzinfo=UTC))
    shown = [client.get(f"{at}{page}") for page in ["", "changes/", "changes.atom", "calendar.ics"]]

    assert [page.status_code for page in shown] == [200, 200, 200, 200]
    assert [words in page.content.decode() for page in shown[:3]] == [True, True, True]
    assert words in Email.objects.get(kind="news").text


@pytest.mark.parametrize("plan", ODD_PLANS.values(), ids=ODD_PLANS.keys())
def test_a_moment_that_does_not_exist_is_refused_in_words(client, spring, ada, plan):
    client.force_login(ada)
    whole = {"title": "Tea", "time_zone": "Europe/London", "way": "in_person", "since": spring.sequence}

    answer = client.post("/gatherings/spring/plan/", whole | plan)

    assert answer.status_code == 422


@pytest.mark.parametrize(
    "moment",
    [
        "2027-03-28 00:59:59Z",
        "2027-03-28 01:00:00Z",
        "2027-10-31 00:30:00Z",
        "2027-10-31 01:30:00Z",
        "2028-02-29 12:00Z",
    ],
)
def test_the_house_is_open_at_odd_moments(client, spring, moment):
    with time_machine.travel(moment, tick=False):
        shown = [client.get(page) for page in ["/", "/gatherings/", "/gatherings/spring/", "/gatherings.ics"]]

    assert [page.status_code for page in shown] == [200, 200, 200, 200]
