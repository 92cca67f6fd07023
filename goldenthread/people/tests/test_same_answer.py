"""Nobody learns here who is a member: known and unknown addresses get the same answer for the same work.

How long each takes is measured by bench/same_answer.py; here stands what makes it so.
"""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

# What differs between any two answers: tokens, session keys, the moment.
RANDOM = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+|sessionid=\w+|csrftoken=\w+|expires=[^;]+')
# Each from a machine of its own, whose asking nobody has counted yet.
MACHINES = (f"192.0.2.{number}" for number in range(1, 255))
ASKING = [("/sign-in/", {}), ("/join/", {"name": "Wyn"})]


@pytest.mark.parametrize(("page", "more"), ASKING)
def test_the_answers_are_the_same(ada, page, more):
    known, unknown = ask(page, "ada@example.org", more), ask(page, "eve@example.org", more)

    assert known.answer == unknown.answer
    assert known.code_page.replace("ada@", "eve@") == unknown.code_page


@pytest.mark.parametrize(("page", "more"), ASKING)
def test_the_work_is_the_same(ada, page, more):
    known, unknown = ask(page, "ada@example.org", more), ask(page, "eve@example.org", more)

    assert known.work == unknown.work
    assert known.rows == unknown.rows


@pytest.mark.parametrize("page", ["/sign-in/", "/join/"])
def test_other_work_would_be_noticed(ada, page, monkeypatch):
    monkeypatch.setattr(Person.objects, "filter", lambda **_: Person.objects.none())
    without = ask(page, "ada@example.org", {"name": "Wyn"})
    monkeypatch.undo()

    assert ask(page, "ada@example.org", {"name": "Wyn"}).work != without.work


def test_a_wrong_code_is_answered_the_same(ada):
    known, unknown = ask("/sign-in/", "ada@example.org", {}), ask("/sign-in/", "eve@example.org", {})

    answers = [
        RANDOM.sub("", request.browser.post("/sign-in/code/", {"code": "000000"}).content.decode())
        for request in (known, unknown)
    ]

    assert answers[0].replace("ada@", "eve@") == answers[1]


def test_a_page_that_was_closed_is_like_none(ada):
    Person.objects.update(is_active=False)

    ask("/sign-in/", "ada@example.org", {})

    assert Email.objects.latest("pk").subject == "Home: you can’t sign in with this address yet"


def test_whoever_is_not_here_is_told_so_by_email_only(ada):
    ask("/sign-in/", "eve@example.org", {})

    email = Email.objects.latest("pk")
    assert (email.address, email.to, "/join/" in email.text, "/sign-in/letter/" in email.text) == (
        "eve@example.org",
        None,
        True,
        False,
    )


class ask:  # noqa: N801 - reads as the verb it is
    """A fresh browser asks for an e-mail to this address; what it was told, and what that cost the house."""

    def __init__(self, page, address, more):
        self.browser = Client(REMOTE_ADDR=next(MACHINES))
        before = rows()
        with CaptureQueriesContext(connection) as queries:
            answer = self.browser.post(page, {"email": address} | more)
        self.answer = (
            answer.status_code,
            answer.content,
            RANDOM.sub("", str(sorted(answer.items()))),
            RANDOM.sub("", str(answer.cookies)),
        )
        self.work = Counter(shape(query["sql"]) for query in queries)
        self.rows = rows() - before
        self.code_page = RANDOM.sub("", self.browser.get("/sign-in/code/").content.decode())


def shape(sql):
    """A query without its values."""
    return re.sub(r"'[^']*'|\b\d+(\.\d+)?\b|NULL|s\d+_x\d+", "?", sql)


def rows():
    return Counter({model._meta.label: model._default_manager.count() for model in apps.get_models()})
