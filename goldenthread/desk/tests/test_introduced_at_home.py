"""Home says that an introduction was answered by both, as long as the two find each other, and that a hello waits or was answered."""

from datetime import timedelta

import pytest

from goldenthread.desk.tests.reading_pages import way, words
from goldenthread.kit import clock
from goldenthread.people import emails
from goldenthread.people.saying_hello import say_hello
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


def test_a_hello_waits_at_home_until_it_is_answered(at_home, client, ada, bo):
    say_hello(ada, bo)
    emails.hello(ada, bo, words="I bake, too.", shows_address=False, is_passed_on=True)
    answer_here = way(at_home(bo), "Read it and answer")
    there = words(client.get(answer_here).content.decode())
    client.post(answer_here, {"words": "So do I."})
    after = at_home(bo)

    assert ("I bake, too." in there, "Read it and answer" in after) == (True, False)
    # And now it is Ada who reads that there is an answer.
    assert way(at_home(ada), "Read it and answer") == f"/people/{bo.portrait.token}/hello/"


def test_a_hello_that_was_not_passed_on_stands_nowhere(at_home, ada, bo):
    say_hello(ada, bo)
    emails.hello(ada, bo, words="I bake, too.", shows_address=False, is_passed_on=False)

    assert "Read it and answer" not in at_home(bo)
