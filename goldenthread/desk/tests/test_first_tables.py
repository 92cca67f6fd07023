"""An empty database gets its tables at once, and they are those that the migrations make."""

import re
import sqlite3

import psycopg
import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from goldenthread.desk import preparing

COLUMNS = """
    SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity
      FROM information_schema.columns WHERE table_schema = 'public'"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace"""
# Django's own: its migrations give the keys of this table, which is never used, another width than its models.
OF_ANOTHER_WIDTH = "('auth_group_permissions', 'id',"
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"


def test_they_are_what_the_migrations_make(db, house_to_copy):
    with connection.cursor() as cursor:
        at_once = of_postgresql(cursor) if connection.vendor == "postgresql" else of_sqlite(cursor)
    one_by_one = of_the_house(house_to_copy)

    assert (sorted(at_once - one_by_one), sorted(one_by_one - at_once)) == ([], [])
    assert len(at_once) > len(apps.get_models())


def test_each_migration_counts_as_done(db):
    loader = MigrationLoader(connection)

    assert set(loader.graph.nodes) == set(loader.applied_migrations)
    assert ContentType.objects.filter(app_label="voices", model="voice").count() == 1


def test_a_database_that_has_tables_is_never_made_at_once(db, monkeypatch):
    monkeypatch.setattr(preparing, "make_first_tables", lambda: pytest.fail("it has tables"))

    preparing.bring_up_to_date(print)


def of_the_house(house):
    if house.database:
        with psycopg.connect(house.environment["DATABASE_URL"]) as server, server.cursor() as cursor:
            return of_postgresql(cursor)
    with sqlite3.connect(house.folder / "house.sqlite3") as file:
        return of_sqlite(file.cursor())


def of_postgresql(cursor):
    answers = []
    for question in (COLUMNS, CONSTRAINTS, INDEXES):
        cursor.execute(question)
        answers += cursor.fetchall()
    return {str(answer) for answer in answers if not str(answer).startswith(OF_ANOTHER_WIDTH)}


def of_sqlite(cursor):
    """Each column and constraint of each table, in no order; triggers and virtual tables as they are written."""
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    return {f"{name}: {part}" for name, sentence in cursor.fetchall() for part in parts_of(sentence)}


def parts_of(sentence):
    """What stands between the commas of CREATE TABLE; anything else in one piece."""
    table = re.fullmatch(r"CREATE TABLE \S+ \((.*)\)", sentence, re.DOTALL)
    if not table:
        return [sentence]
    depth, parts = 0, [""]
    for character in table[1]:
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]
