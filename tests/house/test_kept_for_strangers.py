"""The pages that crowds of strangers come to are really answered from memory: one cookie in them, and they would not be."""

from types import SimpleNamespace
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from goldenthread.kit.memory import Memory

PAGES = [
    "/",
    "/gatherings/",
    "/gatherings/spring/",
    "/gatherings/spring/changes/",
    "/gatherings/spring/changes.atom",
    "/gatherings/spring/calendar.ics",
    "/gatherings.ics",
    "/weave/",
]


@pytest.fixture
def memory():
    """With a stamp that stands still, as if nobody wrote anything; and no request ends the transaction of its test."""
    edges = (request_started, request_finished)
    for edge in edges:
        edge.disconnect(close_old_connections)
    yield Memory(get_wsgi_application(), read_stamp=lambda: "still")
    for edge in edges:
        edge.connect(close_old_connections)


def ask(memory, page, **environ):
    environ = {"PATH_INFO": page, **environ}
    setup_testing_defaults(environ)
    answer = SimpleNamespace()

    def start_response(status, headers, _exc_info=None):
        answer.status, answer.headers = status, dict(headers)
        return lambda _data: None

    answer.body = b"".join(memory(environ, start_response))
    return answer


@pytest.mark.parametrize("page", PAGES)
def test_a_crowd_costs_no_more_than_its_first_stranger(memory, spring, page, django_assert_num_queries):
    first = ask(memory, page)

    with django_assert_num_queries(0):
        second = ask(memory, page)

    assert (first.status, second.body) == ("200 OK", first.body)


@pytest.mark.parametrize("page", PAGES)
def test_nobody_signed_in_is_given_the_strangers_page_nor_leaves_their_own(memory, spring, client, bo, page):
    client.force_login(bo)
    cookie = f"sessionid={client.cookies['sessionid'].value}"

    personal = ask(memory, page, HTTP_COOKIE=cookie)

    assert personal.headers["Cache-Control"] == "private, no-store"
    assert len(memory.pages) == 0


def test_what_is_kept_in_one_language_is_not_told_in_the_other(memory, spring):
    wanted = ["en-GB", "cy", "en-GB", "cy"]

    told = [ask(memory, "/gatherings/", HTTP_ACCEPT_LANGUAGE=language).body for language in wanted]

    assert [b"Cynulliadau" in body for body in told] == [False, True, False, True]
    assert len(memory.pages) == 2
