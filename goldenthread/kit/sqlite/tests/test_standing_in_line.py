"""Writers of one file, each with a connection of their own, as in workers of their own."""

import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import pytest
from django.db import OperationalError, transaction
from django.db.utils import ConnectionHandler

PROGRAM = """
import sys, time
from django.conf import settings
settings.configure(DATABASES={"default": {"ENGINE": "goldenthread.kit.sqlite", "NAME": sys.argv[1]}})
from django.db import connection, transaction
with transaction.atomic():
    connection.cursor().execute("INSERT INTO said VALUES ('never')")
    print("here", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "house.sqlite3"


@pytest.fixture
def enter(file, django_db_blocker):
    """A connection of one's own; every thread sees its own through the same handler."""
    with django_db_blocker.unblock():
        opened = []

        def enter(**options):
            settings = {"ENGINE": "goldenthread.kit.sqlite", "NAME": file, "OPTIONS": options}
            handler = ConnectionHandler({"default": settings})
            opened.append(handler["default"])
            handler["default"].inc_thread_sharing()
            return handler["default"]

        yield enter
        for connection in opened:
            connection.close()


@pytest.fixture
def first_writer(enter):
    first_writer = enter()
    ask(first_writer, "CREATE TABLE said (word)")
    return first_writer


@pytest.fixture
def two(first_writer, enter):
    return enter(timeout=0.2)


def ask(connection, query):
    with connection.cursor() as cursor:
        return cursor.execute(query).fetchall()


def begin(connection):
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(connection):
    connection.rollback()
    connection.set_autocommit(True)


def words_of(first_writer, other):
    """One writes and writes again while the other waits."""
    begin(first_writer)
    waiting = threading.Thread(target=ask, args=(other, "INSERT INTO said VALUES ('other')"))
    waiting.start()
    time.sleep(0.2)
    end(first_writer)
    for _ in range(20):
        ask(first_writer, "INSERT INTO said VALUES ('one')")
    waiting.join()
    return [word for (word,) in ask(first_writer, "SELECT word FROM said ORDER BY rowid")]


def test_whoever_waits_is_next_however_often_another_comes_by(first_writer, enter):
    assert words_of(first_writer, enter()) == ["other"] + ["one"] * 20


def test_without_the_line_who_waits_is_overtaken(first_writer, enter):
    """The control: SQLite by itself."""
    other = enter()
    first_writer.turn = other.turn = None

    assert words_of(first_writer, other).index("other") > 5


def test_a_stuck_writer_is_not_waited_for_for_ever(first_writer, two):
    begin(first_writer)

    with pytest.raises(OperationalError, match=r"database is locked: another writer took longer than we wait"):
        ask(two, "UPDATE said SET word = ''")
    end(first_writer)

    ask(two, "INSERT INTO said VALUES ('afterwards')")
    assert ask(first_writer, "SELECT word FROM said") == [("afterwards",)]


def test_who_reads_waits_for_nobody(first_writer, two):
    begin(first_writer)

    assert ask(two, "SELECT count(*) FROM said") == [(0,)]
    end(first_writer)


def test_who_gave_up_stands_in_nobodys_way(first_writer, two, enter):
    begin(first_writer)
    for _ in range(3):
        with pytest.raises(OperationalError):
            begin(two)
    end(first_writer)

    ask(enter(timeout=1), "INSERT INTO said VALUES ('three')")

    assert ask(first_writer, "SELECT word FROM said") == [("three",)]


@pytest.mark.parametrize("fault", ["INSERT INTO nowhere VALUES (1)", "INSERT INTO said VALUES (1, 2, 3)"])
def test_a_statement_that_fails_passes_the_turn_on(fault, first_writer, two):
    with pytest.raises(OperationalError):
        ask(first_writer, fault)

    ask(two, "INSERT INTO said VALUES ('two')")
    assert ask(first_writer, "SELECT word FROM said") == [("two",)]


def test_a_connection_that_closes_in_the_middle_passes_the_turn_on(first_writer, two):
    begin(first_writer)
    first_writer.close()

    ask(two, "INSERT INTO said VALUES ('two')")
    assert ask(two, "SELECT word FROM said") == [("two",)]


def test_a_writer_that_was_killed_passes_the_turn_on(first_writer, enter, file):
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, f"{file}"], stdout=subprocess.PIPE, text=True)
    output = program.stdout.readline() if program.stdout else ""
    three = enter(timeout=0.2)
    with pytest.raises(OperationalError):
        ask(three, "INSERT INTO said VALUES ('too early')")

    program.send_signal(signal.SIGKILL)
    program.communicate()
    ask(three, "INSERT INTO said VALUES ('three')")

    assert (output, ask(first_writer, "SELECT word FROM said")) == ("here\n", [("three",)])


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_child_does_not_hold_its_parents_turn(first_writer, two):
    begin(first_writer)
    child = os.fork()
    if not child:
        time.sleep(2)
        os._exit(0)
    end(first_writer)

    ask(two, "INSERT INTO said VALUES ('two')")

    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert ask(first_writer, "SELECT word FROM said") == [("two",)]


def test_a_transaction_within_a_transaction_is_one_turn(first_writer, two, monkeypatch):
    monkeypatch.setattr("django.db.transaction.get_connection", lambda using=None: first_writer)
    with transaction.atomic():
        with transaction.atomic():
            ask(first_writer, "INSERT INTO said VALUES ('inner')")
        with pytest.raises(OperationalError):
            ask(two, "INSERT INTO said VALUES ('too early')")
        ask(first_writer, "INSERT INTO said VALUES ('outer')")

    ask(two, "INSERT INTO said VALUES ('two')")
    assert ask(first_writer, "SELECT word FROM said") == [("inner",), ("outer",), ("two",)]


def test_a_database_in_memory_has_no_line(enter, tmp_path):
    settings = {"ENGINE": "goldenthread.kit.sqlite", "NAME": ":memory:"}
    alone: Any = ConnectionHandler({"default": settings})["default"]

    ask(alone, "CREATE TABLE said (word)")

    assert (alone.turn, list(tmp_path.iterdir())) == (None, [])
