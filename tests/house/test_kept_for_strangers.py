"""The pages that crowds of strangers come to are really answered from memory: one cookie in them, and they would not be."""

import itertools
from types import SimpleNamespace
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.programme.tests.showing import held, show
from goldenthread.kit import clock
from goldenthread.kit.page_cache import PageCache

PAGES = [
    "/",
    "/about/",
    "/about/privacy/",
    "/join/easy-read/",
    "/gatherings/",
    "/gatherings/spring/",
    "/gatherings/spring/easy-read/",
    "/gatherings/spring/changes/",
    "/gatherings/spring/changes.atom",
    "/gatherings/spring/calendar.ics",
    "/gatherings/spring/booking/",
    "/gatherings/spring/programme/",
    "/gatherings/spring/programme/schedule.xml",
    "/gatherings/spring/programme/schedule.json",
    "/gatherings/spring/programme/schedule.ics",
    "/gatherings.ics",
    "/weave/",
]


@pytest.fixture(autouse=True)
def _programme(spring):
    held(spring, "Eleven chairs", names=["Jude Oakmoor"])
    show(spring, now=clock.now())


@pytest.fixture
def memory():
    """With a stamp that stands still, as if nobody wrote anything; and no request ends the transaction of its test."""
    edges = (request_started, request_finished)
    for edge in edges:
        edge.disconnect(close_old_connections)
    yield PageCache(get_wsgi_application(), read_stamp=lambda: "still")
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

    bodies = [ask(memory, "/gatherings/", HTTP_ACCEPT_LANGUAGE=language).body for language in wanted]

    assert [b"Cynulliadau" in body for body in bodies] == [False, True, False, True]
    assert len(memory.pages) == 2


def test_in_a_rush_the_kept_form_says_that_it_is_full_within_half_a_second(memory, spring, ada):
    now = clock.now()
    open_booking(spring, by=ada, now=now, places=1, until=None, confirm_hours=72, answer_hours=24)
    stamps, time = itertools.count(), iter([1000.0, 1000.1, 1000.2, 1000.7])
    memory.read_stamp, memory.clock = lambda: str(next(stamps)), lambda: next(time)
    form = "/gatherings/spring/booking/"

    before = [ask(memory, form).body for _ in range(2)]
    keep_a_place(spring, PlaceRequest("Nan", "nan@example.org"), now=now)
    resting, rested = (ask(memory, form).body for _ in range(2))

    assert [b"Only a few places are left." in page for page in (*before, resting, rested)] == [True, True, True, False]
    assert b"Every place is taken. We can put you on the waiting list." in rested
