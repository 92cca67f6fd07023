import logging
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from django.db import OperationalError
from django.utils import timezone

from goldenthread.desk import working
from goldenthread.desk.working import Duty, Worker
from goldenthread.kit import database_version
from goldenthread.kit.models import Heartbeat
from goldenthread.outbox.models import Outage

NOON = datetime(2023, 5, 30, 12, tzinfo=UTC)


class Chore:
    """A chore that notes when it was done."""

    def __init__(self):
        self.done = []

    def sweep(self, now):
        self.done.append(now)


def stumble(now):
    raise RuntimeError("a stone in the way")


@pytest.fixture
def chore():
    return Chore()


@pytest.fixture
def quiet(monkeypatch):
    """A house in which nobody commits anything."""
    monkeypatch.setattr(database_version, "current", lambda: "the same")


def test_a_chore_is_given_the_clock_that_it_goes_by(chore):
    Worker([Duty(chore.sweep, lambda: NOON)]).work_once()

    assert chore.done == [NOON]


def test_a_chore_that_fails_is_told_of_and_stops_no_other(chore, caplog):
    failed = Worker([Duty(stumble, timezone.now), Duty(chore.sweep, lambda: NOON)]).work_once()

    assert failed == 1
    assert chore.done == [NOON]
    assert [record.getMessage() for record in caplog.records] == ["A chore failed and will be tried again: stumble"]
    assert caplog.records[0].levelno == logging.ERROR


def test_a_chore_that_needs_doing_seldom_is_done_seldom(chore):
    worker = Worker([Duty(chore.sweep, lambda: NOON, at_most_every=3600)])

    worker.work_once()
    worker.work_once()

    assert chore.done == [NOON]


@pytest.mark.django_db
def test_nothing_is_done_while_nothing_happens(chore, quiet):
    worker = Worker([Duty(chore.sweep, lambda: NOON)])

    worker.look()
    worker.look()

    assert chore.done == [NOON]


@pytest.mark.django_db
def test_something_is_done_each_minute_all_the_same(chore, quiet):
    worker = Worker([Duty(chore.sweep, lambda: NOON)])

    worker.look()
    worker.worked_at -= working.AT_LEAST_EVERY
    worker.look()

    assert chore.done == [NOON, NOON]


@pytest.mark.django_db
def test_something_is_done_after_each_commit(chore, monkeypatch):
    worker = Worker([Duty(chore.sweep, lambda: NOON)])
    stamps = iter(["one", "two"])
    monkeypatch.setattr(database_version, "current", lambda: next(stamps))

    worker.look()
    worker.look()

    assert chore.done == [NOON, NOON]


@pytest.mark.django_db
def test_a_worker_leaves_a_sign_of_life(quiet):
    Worker([]).look()

    assert working.is_well()


def test_a_worker_outlives_a_database_that_does_not_answer(caplog):
    # Without a database: asking for one fails.
    Worker([]).look()

    assert [record.getMessage() for record in caplog.records] == ["The worker could not look, and tries again."]


@pytest.mark.django_db
def test_health_says_ok_and_leaves_no_trace(client, quiet):
    Worker([]).look()

    answer = client.get("/-/health")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert len(answer.cookies) == 0


@pytest.mark.django_db
def test_health_says_that_e_mails_wait_and_since_when_and_sends_nobody_elsewhere(client, quiet):
    Worker([]).look()
    Outage.note(Outage.Cause.CLOSED, "nobody at mail.example.org", now=NOON)

    answer = client.get("/-/health", headers={"Accept-Language": "cy"})

    line = b"E-mails have waited since 2023-05-30 12:00 UTC: the mail server doesn\xe2\x80\x99t answer.\n"
    assert (answer.status_code, answer.content) == (200, line)


@pytest.mark.django_db
def test_health_says_when_the_worker_is_silent_and_the_log_does_not(client, caplog):
    Heartbeat.objects.create(name="work", at=timezone.now() - timedelta(seconds=61))

    answer = client.get("/-/health")

    assert (answer.status_code, answer.content) == (503, b"The worker has not been heard for a minute.\n")
    assert caplog.records == []


@pytest.mark.django_db
def test_health_says_when_the_database_is_silent(client, monkeypatch):
    def silence():
        raise OperationalError("no route to host")

    monkeypatch.setattr(working, "is_well", silence)

    answer = client.get("/-/health")

    assert (answer.status_code, answer.content) == (503, b"The database does not answer.\n")


@pytest.mark.django_db
def test_what_is_long_holds_up_nothing_else(chore, quiet):
    begun, go_on = Event(), Event()

    def weave(now):
        begun.set()
        assert go_on.wait(5)

    worker = Worker([Duty(weave, lambda: NOON, is_long=True), Duty(chore.sweep, lambda: NOON)])
    worker.look()
    assert begun.wait(5)
    swept = list(chore.done)
    # Still at it: nothing is begun twice, and the worker looks again soon.
    worker.seen = ""
    worker.look()
    [thread] = worker.aside.values()
    go_on.set()
    thread.join()

    assert (swept, chore.done, worker.seen) == ([NOON], [NOON, NOON], "")


def test_once_and_for_all_does_what_is_long_too(chore):
    assert Worker([Duty(chore.sweep, lambda: NOON, is_long=True)]).work_once() == 0
    assert chore.done == [NOON]
