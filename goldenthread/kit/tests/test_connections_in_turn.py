"""Threads take turns, and so do connections to the database: as few as possible, never one for two at a time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.signals import request_finished
from django.db import connection, connections

from goldenthread.kit.connections_in_turn import ConnectionsInTurn


@pytest.fixture
def used():
    """The connections on which somebody was answered, in order."""
    return []


@pytest.fixture
def served(used):
    def application(environ, _start_response):
        environ["meanwhile"]()
        used.append(connections["default"])
        return []

    return ConnectionsInTurn(application)


def in_a_thread_of_its_own(act):
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(act).result()


def ask(served, meanwhile=lambda: None):
    return served({"meanwhile": meanwhile}, None)


def test_who_comes_later_takes_the_same_in_whichever_thread(served, used):
    for _ in range(3):
        in_a_thread_of_its_own(lambda: ask(served))

    assert len(set(map(id, used))) == 1


def test_two_at_a_time_never_share_one(served, used):
    both = Barrier(2, timeout=10)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda _number: ask(served, both.wait), range(2)))

    assert len(set(map(id, used))) == 2


def test_whoever_fails_gives_it_back(served, used):
    def fail():
        raise LookupError

    with pytest.raises(LookupError):
        in_a_thread_of_its_own(lambda: ask(served, fail))
    free = list(served.free)
    in_a_thread_of_its_own(lambda: ask(served))

    assert used == free


def test_what_django_closes_after_an_answer_is_not_what_others_use(served, used):
    def ask_and_end():
        ask(served)
        used[0].close_at = 0.0
        request_finished.send(sender=None)
        return connections.all(initialized_only=True)

    with_others = in_a_thread_of_its_own(ask_and_end)

    assert (with_others, served.free) == ([], used)


@pytest.mark.django_db
def test_any_thread_may_ask_on_it(served):
    def count():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")

    in_a_thread_of_its_own(lambda: ask(served))
    try:
        in_a_thread_of_its_own(lambda: ask(served, count))
    finally:
        served.free[0].close()
