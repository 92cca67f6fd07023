import pytest
from django.db import IntegrityError
from django.db.utils import ConnectionHandler

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_house(tmp_path):
    opened = []

    def open_it(engine, **options):
        settings = {"ENGINE": engine, "NAME": tmp_path / "house.sqlite3", "OPTIONS": options}
        connection = ConnectionHandler({"default": settings})["default"]
        opened.append(connection)
        return connection

    yield open_it
    for connection in opened:
        connection.close()


def ask(connection, name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "ours", "plain"),
    [
        ("journal_mode", "wal", "delete"),
        ("synchronous", 2, 1),
        ("secure_delete", 1, 0),
        ("foreign_keys", 1, 0),
        ("busy_timeout", 5_000, 5_000),
    ],
)
def test_each_promise_is_kept_and_would_not_be_without_us(open_house, name, ours, plain):
    careless = "; ".join(["PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = OFF"])
    without_us = open_house("django.db.backends.sqlite3", init_command=careless)
    assert ask(without_us, name) == plain
    without_us.close()

    with_us = open_house("goldenthread.kit.sqlite")

    assert ask(with_us, name) == ours


def test_a_writer_takes_its_turn_at_the_start(open_house):
    first, second = open_house("goldenthread.kit.sqlite"), open_house("goldenthread.kit.sqlite", timeout=0)
    first.ensure_connection()
    first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    with pytest.raises(Exception, match="database is locked"):
        second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    first.rollback()
    first.set_autocommit(True)


def test_what_was_deleted_is_not_in_the_file(open_house, tmp_path):
    connection = open_house("goldenthread.kit.sqlite")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE wishes (wish TEXT)")
        cursor.execute("INSERT INTO wishes VALUES ('keep us apart, said Bo')")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        written = (tmp_path / "house.sqlite3").read_bytes().count(b"said Bo")
        cursor.execute("DELETE FROM wishes")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert written == 1
    assert (tmp_path / "house.sqlite3").read_bytes().count(b"said Bo") == 0


def test_a_row_cannot_point_at_nothing(open_house):
    connection = open_house("goldenthread.kit.sqlite")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE people (id INTEGER PRIMARY KEY)")
        cursor.execute("CREATE TABLE hats (person INTEGER REFERENCES people)")

        with pytest.raises(IntegrityError):
            cursor.execute("INSERT INTO hats VALUES (7)")


def test_settings_may_add_to_the_promises(open_house):
    patient = open_house("goldenthread.kit.sqlite", timeout=60)

    assert ask(patient, "busy_timeout") == 60_000
    assert ask(patient, "synchronous") == 2


@pytest.mark.parametrize("time", ["first", "again"])
def test_a_statement_reads_the_same_each_time(open_house, time):
    """How Django writes values and a percent sign is turned into what SQLite reads, and that is kept."""
    connection = open_house("goldenthread.kit.sqlite")
    with connection.cursor() as cursor:
        [cursor.execute("SELECT %s, '100%%'", [earlier]) for earlier in range(["first", "again"].index(time))]
        cursor.execute("SELECT %s, '100%%'", [time])

        assert cursor.fetchone() == (time, "100%")


def test_a_statement_too_long_to_keep_reads_the_same(open_house):
    numbers = list(range(900))
    with open_house("goldenthread.kit.sqlite").cursor() as cursor:
        cursor.execute("VALUES " + ", ".join(["(%s)"] * 900), numbers)

        assert cursor.fetchall() == [(number,) for number in numbers]
