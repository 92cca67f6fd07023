"""Statements by hand go over one cursor of the connection, whatever becomes of the connection and of the statement before."""

import pytest
from django.db import DatabaseError, connection, connections
from django.test.utils import CaptureQueriesContext

from goldenthread.kit.models import Heartbeat
from goldenthread.kit.sql import query

pytestmark = pytest.mark.django_db(transaction=True)
FIRST = "INSERT INTO kit_heartbeat (name, at) VALUES ('one', '2026-01-05 12:00:00+00:00') RETURNING name"


@pytest.fixture
def on_its_own():
    """A connection that can be closed, in place of the one that all tests share."""
    usual = connections["default"]
    connections["default"] = database = connections.create_connection("default")
    yield database
    connections["default"] = usual
    database.connection and database.connection.close()


def test_one_cursor_is_enough(on_its_own):
    query("SELECT 1")
    first = on_its_own.kept_cursor
    query("SELECT 2")

    assert on_its_own.kept_cursor is first


def test_a_connection_that_was_closed_is_opened_again(on_its_own):
    query("SELECT 1")
    on_its_own.connection.close()
    on_its_own.connection = None

    assert query("SELECT 2") == [(2,)]


def test_after_a_mistake_the_next_statement_is_answered():
    query(FIRST)

    with pytest.raises(DatabaseError):
        query(FIRST)

    assert query("SELECT name FROM kit_heartbeat WHERE name = %s", "one") == [("one",)]


def test_what_was_written_is_there_for_everybody(on_its_own):
    query(FIRST)

    assert Heartbeat.objects.filter(name="one").exists()


def test_whoever_counts_statements_sees_them():
    query("SELECT 1")

    with CaptureQueriesContext(connection) as seen:
        query("SELECT 2")

    assert [statement["sql"] for statement in seen] == ["SELECT 2"]
