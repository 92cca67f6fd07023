"""Somebody holds a row on PostgreSQL."""

import threading
import time

import pytest
from django.db import OperationalError, connection, transaction

from goldenthread.kit.cannot_write import cannot_write_now
from goldenthread.kit.models import House
from goldenthread.kit.one_at_a_time import OneAtATime

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]
WAITS = 1.0


def application(environ, _start_response):
    """Whoever presses renames the house; whoever reads does not touch it."""
    try:
        if environ["REQUEST_METHOD"] == "POST":
            with connection.cursor() as cursor:
                cursor.execute(f"SET lock_timeout = '{WAITS:g}s'")
            House.objects.update(name="Renamed")
        return [House.objects.get().name]
    except OperationalError as trouble:
        return [cannot_write_now(trouble)]
    finally:
        connection.close()


@pytest.fixture
def ask(home):
    """The answers of one process to several who ask at once, and how long each took."""
    process, answers = OneAtATime(application), {}

    def ask(method):
        began = time.monotonic()
        [answer] = process({"REQUEST_METHOD": method}, print)
        answers[method] = answer, time.monotonic() - began

    def all_of(*methods):
        asking = [threading.Thread(target=ask, args=(method,)) for method in methods]
        for thread in asking:
            thread.start()
            time.sleep(0.2)
        for thread in asking:
            thread.join()
        return answers

    return all_of


def test_who_reads_goes_on_while_somebody_waits_to_write_and_gives_up(ask):
    with transaction.atomic():
        House.objects.select_for_update().get()
        answers = ask("POST", "GET")

    assert answers["POST"][0] is True
    assert answers["GET"][0] == "Home"
    assert answers["POST"][1] >= WAITS
    assert answers["GET"][1] < WAITS / 2


def test_nobody_waits_for_ever():
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")

        assert cursor.fetchone() == ("5s",)
