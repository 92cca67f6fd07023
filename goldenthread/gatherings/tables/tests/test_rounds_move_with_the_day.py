"""When the day moves, its rounds move with it, by the clock on the wall."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Round
from goldenthread.gatherings.tables.plan_changes import rounds_in_words
from goldenthread.kit import clock


def replanned(gathering, by, **plan):
    now = Gathering.objects.get(pk=gathering.pk)
    now.replan(plan, since=now.sequence, by=by, is_small=False)


def hours():
    moments = Round.objects.order_by("number").values_list("starts_at", flat=True)
    return [moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M") for moment in moments if moment]


@pytest.mark.parametrize(
    ("plan", "moved"),
    [
        ({"day": date(2027, 5, 4)}, ["2027-05-04 09:00", "2027-05-04 10:00", "2027-05-04 11:00"]),
        # The clocks in London have gone back by then, and ten o’clock is ten o’clock.
        ({"day": date(2027, 11, 2)}, ["2027-11-02 10:00", "2027-11-02 11:00", "2027-11-02 12:00"]),
        ({"from_time": time(14, 30)}, ["2027-04-20 13:30", "2027-04-20 14:30", "2027-04-20 15:30"]),
        ({"time_zone": "America/New_York"}, ["2027-04-20 14:00", "2027-04-20 15:00", "2027-04-20 16:00"]),
        ({"venue": "The Mill"}, ["2027-04-20 09:00", "2027-04-20 10:00", "2027-04-20 11:00"]),
    ],
)
def test_rounds_are_at_their_hours_on_the_new_day(spring, ada, laid, plan, moved):
    replanned(spring, ada, **plan)

    assert hours() == moved


def test_a_day_that_was_open_for_a_while_takes_its_rounds_along(spring, ada, laid):
    replanned(spring, ada, day=None)
    replanned(spring, ada, day=date(2027, 5, 4))

    assert hours() == ["2027-05-04 09:00", "2027-05-04 10:00", "2027-05-04 11:00"]


def test_an_hour_that_a_convenor_chose_before_the_hours_were_known_stays(spring, ada, laid):
    laid.rounds.filter(number=1).update(starts_at=datetime(2027, 4, 20, 10, 30, tzinfo=UTC))

    replanned(spring, ada, from_time=time(9))

    assert hours()[0] == "2027-04-20 10:30"


def test_a_round_that_was_held_stays_when_the_hours_are_put_right(spring, ada, laid, version):
    begun = clock.now() - timedelta(hours=1)
    laid.rounds.filter(number=1).update(starts_at=begun)
    Gathering.objects.update(day=begun.date(), from_time=time(9))

    replanned(spring, ada, from_time=time(9, 30))

    assert Round.objects.get(number=1).starts_at == begun


def test_a_round_moved_by_hand_before_the_plan_was_stays_on_the_day(spring, ada, laid):
    Gathering.objects.update(day=date(2027, 4, 26), from_time=time(10))
    laid.rounds.filter(number=1).update(starts_at=datetime(2027, 4, 20, 11, 40, tzinfo=UTC))
    laid.rounds.filter(number=2).update(starts_at=datetime(2027, 4, 26, 10, tzinfo=UTC))

    replanned(spring, ada, day=date(2027, 4, 20), from_time=time(12, 30))

    assert hours()[:2] == ["2027-04-20 11:40", "2027-04-20 12:30"]


def test_whoever_moves_the_plan_reads_when_the_rounds_begin(browser, spring, ada):
    arrange(spring, outline_for(spring), by=ada)
    at = "/gatherings/spring/plan/"
    form = {name: value for name, value in browser.get(at).context["form"].initial.items() if value}

    moved = browser.post(at, form | {"day": "2027-05-04"}, follow=True).content.decode()
    same = browser.post(at, form | {"since": int(form["since"]) + 1, "day": "2027-05-04", "cost": "Free"}, follow=True)

    assert "Round 1: 4 May, 10:00; Round 2: 4 May, 11:00" in moved
    assert "Round 1" not in same.content.decode()


def test_no_round_comes_before_one_that_has_begun(spring, ada, laid, version):
    with time_machine.travel(datetime(2027, 4, 20, 9, 10, tzinfo=UTC), tick=False):
        replanned(spring, ada, from_time=time(8, 30))
        words = rounds_in_words(spring)

    assert hours() == ["2027-04-20 09:00", "2027-04-20 10:00", "2027-04-20 11:00"]
    assert "none is moved before it" in words
