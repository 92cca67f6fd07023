"""A newer file has no hour for a session any more: who has a chair there loses it, and is told, once that is shown."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.programme.bringing_in import bring_in
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.programme_file import look
from goldenthread.gatherings.signup.chores import move_session_lists
from goldenthread.gatherings.signup.mine import my_chairs
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up

LIST = "Id;Title;Day;Time;Room\r\na;Clay;20/4/2027;10:00-11:00;Hall\r\nb;Tea;20/4/2027;12:00-12:30;Hall\r\n"


@pytest.fixture
def bring(day, ada, now):
    def bring(content):
        read = look(day, "day.csv", content.encode())
        return bring_in(day, read.name, read.entries, days_moved=0, now=now, by=ada)

    return bring


@pytest.fixture
def di(bring, day, ada, comes, sit, released):
    """She has a chair at ten, in a session that came from a file."""
    bring(LIST)
    clay = Session.objects.get(title="Clay")
    open_sign_up([clay], day, by=ada, now=day.changed_at, draw=None)
    released()
    return sit(comes("Di"), clay.placings.get()).booking


def test_nobody_loses_a_chair_or_hears_of_it_before_it_is_shown(bring, di, released, now):
    bring(LIST.replace("10:00-11:00", ""))
    move_session_lists(now + timedelta(hours=1))
    meanwhile = [(chair.title, chair.when) for chair in my_chairs(di, now)], OwedSession.objects.count()

    released()
    move_session_lists(now + timedelta(hours=2))

    assert meanwhile == ([("Clay", "Tuesday 20 April, 10:00")], 0)
    assert [(row.kind, row.title) for row in OwedSession.objects.all()] == [("gone", "Clay")]
    assert not SessionPlace.objects.exists()


def test_put_back_by_the_next_file_the_chair_is_the_same(bring, di, released, now):
    bring(LIST.replace("10:00-11:00", ""))
    bring(LIST.replace("10:00-11:00", "14:00-15:00"))
    released()
    move_session_lists(now + timedelta(hours=2))

    assert [(chair.title, chair.when) for chair in my_chairs(di, now)] == [("Clay", "Tuesday 20 April, 14:00")]
    assert OwedSession.objects.filter(kind="gone").count() == 0
