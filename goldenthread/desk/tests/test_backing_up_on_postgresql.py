"""The same promises, where the house is kept in PostgreSQL. Runs when the whole suite does."""

import secrets

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from goldenthread.desk.tests.conftest import RunningHouse

pytestmark = pytest.mark.skipif("postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="PostgreSQL only")

EMAIL = """
INSERT INTO outbox_letter (address, kind, policy, language, subject, text, html, calendar, fewer_at, about, message_id, state,
    written_at, next_try_at, tries, held_because)
VALUES ('bo@example.org', 'news', 'at_least_once', 'en-gb', 'News', '', '', '', '', '', '<1>', 'owed', now(), now(), 0, '')
"""


def address(name):
    where = settings.DATABASES["default"]
    return f"postgres://{where['USER']}:{where['PASSWORD']}@{where['HOST']}:{where['PORT']}/{name}"


def ask(name, question):
    with psycopg.connect(address(name), autocommit=True) as database:
        cursor = database.execute(question)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def database():
    """A database of its own beside the one of the suite."""
    name = f"house_{secrets.token_hex(4)}"
    ask("postgres", sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield name
    ask("postgres", sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def house(tmp_path, database):
    running = RunningHouse(tmp_path / "house")
    running.environment["DATABASE_URL"] = address(database)
    for words in (["migrate"], ["createcachetable"], ["sample"]):
        assert running.command(*words).returncode == 0
    return running


def test_it_comes_back_and_the_emails_that_waited_are_held(house, database, tmp_path):
    ask(database, EMAIL)
    assert house.command("backup", f"{tmp_path / 'house.tar'}").returncode == 0
    ask(database, "UPDATE kit_house SET name = 'Changed since'")
    ask(database, "CREATE TABLE since (since int)")

    answer = house.command("restore", f"{tmp_path / 'house.tar'}", "--replace")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert ask(database, "SELECT name FROM kit_house") == [("Relational Practice Movement",)]
    assert ask(database, "SELECT state, held_because FROM outbox_letter") == [("held", "restored")]


def test_a_backup_of_another_kind_is_refused(house, tmp_path):
    other = RunningHouse(tmp_path / "other")
    assert other.command("migrate").returncode == 0
    assert other.command("backup", f"{tmp_path / 'other.tar'}").returncode == 0

    answer = house.command("restore", f"{tmp_path / 'other.tar'}", "--replace")

    assert (answer.returncode, answer.stderr) == (
        1,
        "Sorry: this backup was made on another kind of database. Set DATABASE_URL to the same kind.\n",
    )
