from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.absences import be_away, days_of, in_words
from goldenthread.gatherings.voices.tests.conftest import AT

LONDON = ZoneInfo("Europe/London")
DAY, LAST = date(2027, 4, 20), date(2027, 4, 21)


def at(day, hour=0, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


@pytest.fixture
def two_days(jude):
    gathering = jude.contribution.gathering
    gathering.last_day = LAST
    Gathering.objects.filter(pk=gathering.pk).update(last_day=LAST)
    return jude


def test_the_last_day_can_be_chosen_too(two_days):
    assert days_of(two_days.contribution.gathering) == [DAY, LAST]


@pytest.mark.parametrize(
    ("from_time", "until_time", "starts_at", "ends_at", "words"),
    [
        (None, None, at(DAY), at(LAST), "Tuesday 20 April 2027, all day"),
        (time(9), time(11, 30), at(DAY, 9), at(DAY, 11, 30), "Tuesday 20 April 2027, 9:00 to 11:30"),
        (time(15), None, at(DAY, 15), at(LAST), "Tuesday 20 April 2027, from 15:00"),
        (None, time(10), at(DAY), at(DAY, 10), "Tuesday 20 April 2027, 0:00 to 10:00"),
        (
            time(22),
            time(2),
            at(DAY, 22),
            at(LAST, 2),
            "Tuesday 20 April 2027, from 22:00 until 2:00 on Wednesday 21 April 2027",
        ),
    ],
)
def test_a_day_or_some_hours_of_it(two_days, from_time, until_time, starts_at, ends_at, words):
    away = be_away(two_days, DAY, from_time=from_time, until_time=until_time)

    assert (away.starts_at, away.ends_at) == (starts_at, ends_at)
    assert in_words(away, two_days.contribution.gathering) == words


def test_the_same_twice_is_once(jude):
    be_away(jude, DAY, from_time=None, until_time=None)
    be_away(jude, DAY, from_time=None, until_time=None)

    assert jude.absences.count() == 1


def test_it_is_said_and_taken_away_on_their_page(two_days):
    page = f"{AT}{two_days.key}/absences/"
    Client().post(page, {"day": "2027-04-21", "all_day": "on"})
    starts = [away.starts_at for away in two_days.absences.all()]
    Client().post(page, {"away": two_days.absences.get().pk})

    assert (starts, two_days.absences.count()) == ([at(LAST)], 0)


def test_saved_empty_it_says_nothing(jude):
    answer = Client().post(f"{AT}{jude.key}/absences/", {"day": "2027-04-20", "from_time": "", "until_time": ""})

    assert (answer.status_code, jude.absences.count()) == (422, 0)


def test_whoever_decides_reads_when_somebody_is_away(client, jude, ada):
    be_away(jude, DAY, from_time=None, until_time=None)
    client.force_login(ada)

    page = client.get(f"/gatherings/spring/decisions/{jude.contribution_id}/").content.decode()

    assert "Jude isn’t there: Tuesday 20 April 2027, all day." in page


def test_nobody_takes_away_the_absence_of_another(jude, brought):
    away = be_away(brought("Sam"), DAY, from_time=None, until_time=None)
    Client().post(f"{AT}{jude.key}/absences/", {"away": away.pk})

    assert type(away).objects.filter(pk=away.pk).exists()


def test_another_day_is_none_of_it(jude):
    answer = Client().post(f"{AT}{jude.key}/absences/", {"day": "2027-05-01"})

    assert (answer.status_code, jude.absences.count()) == (422, 0)


def test_an_hour_before_the_first_is_the_next_morning_and_no_day_later(jude):
    page = f"{AT}{jude.key}/absences/"
    late = Client().post(page, {"day": "2027-04-20", "from_time": "14:00", "until_time": "13:00"})
    night = Client().post(page, {"day": "2027-04-20", "from_time": "22:00", "until_time": "02:00"})

    assert (late.status_code, night.status_code, jude.absences.count()) == (422, 302, 1)


def test_nobody_is_away_for_longer_than_it_lasts(jude):
    hours = {"from_time": time(10), "to_time": time(16)}
    Gathering.objects.filter(pk=jude.contribution.gathering_id).update(**hours)
    answer = Client().post(
        f"{AT}{jude.key}/absences/", {"day": "2027-04-20", "from_time": "14:00", "until_time": "11:00"}
    )

    assert (answer.status_code, jude.absences.count()) == (422, 0)
