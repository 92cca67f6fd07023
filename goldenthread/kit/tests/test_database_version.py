"""The stamp changes after any commit by anybody, and only then."""

import os
import shutil
import subprocess
import sys
import threading

import pytest
from django.db import connection, transaction
from django.db.utils import ConnectionHandler

from goldenthread.kit import database_version
from goldenthread.kit.sqlite.base import DatabaseWrapper

WRITE = (
    "import sys, pysqlite3; c = pysqlite3.connect(sys.argv[1]); c.execute('INSERT INTO word VALUES (1)'); c.commit()"
)
SQLITE = "goldenthread.kit.sqlite"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A database in a file of its own, in the place of the one that the tests share."""
    name = str(tmp_path / "house.sqlite3")
    handler = ConnectionHandler({"default": {"ENGINE": SQLITE, "NAME": name}})
    writer = opened(name)
    writer.executescript("PRAGMA journal_mode = WAL; CREATE TABLE word (word)")
    writer.close()
    monkeypatch.setattr(database_version, "connections", handler)
    monkeypatch.setattr(database_version, "LOOK_AT_THE_FILE", 0)
    database_version.close()
    yield name
    database_version.close()


def opened(file):
    # The same library that Django uses: two of them on one file would drop each other's locks.
    return DatabaseWrapper.Database.connect(file, isolation_level=None)


def write(file):
    subprocess.run([sys.executable, "-c", WRITE, file], check=True)


def test_with_nothing_committed_it_stays(file):
    first = database_version.current()

    assert [database_version.current(), database_version.current()] == [first, first]


def test_a_commit_by_another_process_changes_it(file):
    before = database_version.current()

    write(file)

    assert database_version.current() != before


def test_a_commit_by_another_connection_of_this_process_changes_it(file):
    before = database_version.current()
    ours = opened(file)

    ours.execute("INSERT INTO word VALUES (1)")

    assert database_version.current() != before
    ours.close()


def test_what_is_not_committed_does_not_change_it(file):
    ours = opened(file)
    before = database_version.current()

    ours.execute("BEGIN IMMEDIATE")
    ours.execute("INSERT INTO word VALUES (1)")
    during = database_version.current()
    ours.execute("ROLLBACK")
    ours.close()

    assert [during, database_version.current()] == [before, before]


def test_it_does_not_hold_up_the_tidying_of_the_log(file):
    database_version.current()
    write(file)
    database_version.current()
    ours = opened(file)

    # Busy, pages in the log, pages moved: nobody is in the way.
    tidied = ours.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    ours.close()

    assert tidied == (0, 0, 0)


def test_all_threads_see_the_same(file):
    seen = [database_version.current()]
    thread = threading.Thread(target=lambda: seen.append(database_version.current()))

    thread.start()
    thread.join()

    assert seen[1] == seen[0]


def test_a_restored_file_in_the_place_of_the_old_one_changes_it(file, tmp_path):
    copy = tmp_path / "copy"
    shutil.copy(file, copy)
    before = database_version.current()

    copy.replace(file)

    assert database_version.current() != before


def test_while_the_file_is_away_no_two_answers_are_equal_and_afterwards_all_is_well(file, tmp_path):
    os.rename(file, tmp_path / "away")
    missing = {database_version.current(), database_version.current()}
    os.rename(tmp_path / "away", file)

    back = {database_version.current(), database_version.current()}

    assert [len(missing), len(back)] == [2, 1]


def test_a_forked_child_opens_a_connection_of_its_own(file):
    mine = database_version.current()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  the child is measured nowhere
        os.write(writing, database_version.current().encode())
        os._exit(0)
    os.waitpid(child, 0)

    theirs = os.read(reading, 100).decode()

    assert theirs.split(".")[0] != mine.split(".")[0]


def test_inside_a_transaction_no_two_answers_are_equal_even_with_nothing_committed(file):
    database_version.connections["default"].in_atomic_block = True  # type: ignore[attr-defined]

    answers = {database_version.current(), database_version.current(), database_version.current()}

    assert len(answers) == 3


@pytest.mark.django_db
def test_inside_a_transaction_of_django_no_two_answers_are_equal():
    with transaction.atomic():
        answers = {database_version.current(), database_version.current(), database_version.current()}

    assert len(answers) == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
def test_on_postgresql_a_commit_changes_it_and_reading_does_not(monkeypatch):
    monkeypatch.setattr(database_version, "ONE_ANSWER_SERVES", 0)
    before = database_version.current()
    same = database_version.current()

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE for_the_stamp (word int)")
    after = database_version.current()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE for_the_stamp")

    assert [same == before, after == before, database_version.current() == after] == [True, False, False]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
def test_on_postgresql_one_answer_serves_for_a_moment(django_assert_num_queries):
    database_version.close()

    with django_assert_num_queries(1):
        answers = {database_version.current() for _ in range(20)}

    assert len(answers) == 1
