"""Somebody keeps the database to themselves, or sends half a form: pages are read all the same, and nothing typed is lost."""

import re
import socket
import sqlite3
import threading
import time
from contextlib import closing
from html import unescape
from typing import Any

import pytest

from goldenthread.desk.tests.test_answered_requests import Convenor
from goldenthread.kit.one_at_a_time import THREADS

# How long a house in these tests waits to write, and what is still "at once" on a machine that does much else.
PATIENCE, AT_ONCE = 2, 1.2
TITLE = 'Tea & "cake"\n</textarea><script>'
FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="(.*?)">', re.DOTALL)


@pytest.fixture
def keeper(house):
    house.environment["DATABASE_URL"] = f"sqlite:///{house.folder / 'house.sqlite3'}?timeout={PATIENCE}"
    house.open()
    keeper = Convenor(house, "Wren", {})
    keeper.sign_in()
    keeper.token("/gatherings/new/")
    return keeper


@pytest.fixture
def locked(house):
    """Somebody who never stood in our line, as a program that copies the file might."""
    with closing(sqlite3.connect(house.folder / "house.sqlite3", isolation_level=None)) as database:
        yield lambda: database.execute("BEGIN IMMEDIATE"), lambda: database.execute("ROLLBACK")


def timed(ask):
    began = time.monotonic()
    return ask(), time.monotonic() - began


def press(keeper, answers, token):
    answers.append(timed(lambda: keeper.post("/gatherings/new/", title=TITLE, csrfmiddlewaretoken=token)))


def press_at_once(keeper, number):
    """So many presses, and the list to which each adds its answer and how long it took."""
    token = keeper.token("/gatherings/new/")
    answers: list[Any] = []
    presses = [threading.Thread(target=press, args=(keeper, answers, token)) for _ in range(number)]
    return presses, answers


def slowest(house, keeper, seconds):
    """Of those who read meanwhile: strangers, and somebody signed in."""
    until, took = time.monotonic() + seconds, []
    while time.monotonic() < until:
        for ask in (lambda: house.ask("/gatherings/"), lambda: keeper.ask("/me/")):
            answer, time_taken = timed(ask)
            assert answer[0] == 200
            took.append(time_taken)
    return max(took)


def test_who_reads_does_not_wait_and_who_writes_loses_nothing(house, keeper, locked):
    begin, end = locked
    presses, answers = press_at_once(keeper, 2 * THREADS + 4)
    begin()
    for thread in presses:
        thread.start()

    waited = slowest(house, keeper, PATIENCE)
    for thread in presses:
        thread.join()
    end()

    assert waited < AT_ONCE
    assert {status for (status, _headers, _page), _took in answers} == {503}
    assert {headers["Retry-After"] for (_status, headers, _page), _took in answers} == {"5"}
    assert max(took for _answer, took in answers) < 3 * PATIENCE
    [(_status, _headers, page), _took] = answers[0]
    typed = {name: unescape(value) for name, value in FIELD.findall(page)}
    assert typed["title"] == TITLE
    assert keeper.post("/gatherings/new/", **typed)[0] == 302


def test_half_a_form_keeps_nobody_waiting(house, keeper):
    with_half = "POST /join/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nname="
    slow = [socket.create_connection(("127.0.0.1", house.port)) for _ in range(4 * THREADS)]
    for line in slow:
        line.sendall(with_half.encode())
    time.sleep(0.2)

    waited = slowest(house, keeper, AT_ONCE)
    for line in slow:
        line.close()

    # Whoever finds no place to send into keeps a thread for a moment only.
    assert waited < AT_ONCE
    assert keeper.post("/gatherings/new/", title="Tea", csrfmiddlewaretoken=keeper.token("/gatherings/new/"))[0] == 302


def test_half_a_form_is_never_taken_for_a_whole_one(house, keeper):
    token = keeper.token("/gatherings/new/")
    body = f"csrfmiddlewaretoken={token}&title=Half"
    cookies = "; ".join(f"{name}={value}" for name, value in keeper.cookies.items())
    head = (
        f"POST /gatherings/new/ HTTP/1.1\r\nHost: localhost:{house.port}\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body) + 20}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", house.port)) as line:
        line.sendall(f"{head}{body}".encode())
        line.shutdown(socket.SHUT_WR)
        line.settimeout(5)
        line.recv(100)

    assert "Half" not in keeper.ask("/")[2]
    assert count(house, "Half") == 0


def count(house, title):
    with closing(sqlite3.connect(house.folder / "house.sqlite3")) as database:
        return database.execute("SELECT count(*) FROM plan_gathering WHERE title = ?", [title]).fetchone()[0]
