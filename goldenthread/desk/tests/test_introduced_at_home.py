"""Home says that an introduction was answered by both, as long as the two find each other."""

from datetime import timedelta

import pytest

from goldenthread.desk.tests.reading_pages import way, words
from goldenthread.kit import clock
from goldenthread.threads.chores import ask, tell
from goldenthread.threads.introducing import answer, introduce
from goldenthread.threads.models import Asking, Ending, Introduction


@pytest.fixture
def at_home(client):
    def at_home(person):
        client.force_login(person)
        return client.get("/").content.decode()

    return at_home


@pytest.fixture
def both_said_yes(ada, bo, cy):
    """Ada and Bo, whom Cy introduced; both have their e-mail."""
    introduce(ada, bo, by=cy, why="You both bake.", at=clock.now(), is_wanted=True)
    ask(clock.now())
    for asking in Asking.objects.select_related("introduction", "person"):
        answer(asking, Asking.Answer.YES, reach="", at=clock.now(), is_free=True)
    tell(clock.now())


def test_home_says_for_three_weeks_that_both_said_yes(at_home, client, both_said_yes, ada, bo):
    page = at_home(ada)
    there = client.get(way(page, "See how to reach each other")).content.decode()

    assert "You and Bo Hazelmoor both said yes to being introduced." in words(page)
    assert words(at_home(bo)).count("You and Ada Foxglove both said yes to being introduced.") == 1
    assert "Bo Hazelmoor" in words(there)


def test_what_was_ended_is_not_said_at_home(at_home, both_said_yes, ada, bo):
    Ending.declare(by=bo, other=ada)

    assert "both said yes" not in words(at_home(ada))


def test_nor_after_three_weeks_nor_before_the_e_mail(at_home, both_said_yes, ada):
    Introduction.objects.update(agreed_at=clock.now() - timedelta(days=22))
    late = words(at_home(ada))
    Introduction.objects.update(agreed_at=clock.now())
    Asking.objects.update(told_at=None)

    assert ("both said yes" in late, "both said yes" in words(at_home(ada))) == (False, False)
