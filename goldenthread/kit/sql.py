"""The few statements that many people wait for at once. Django takes longer to compose each than the database to answer.

Everywhere else, ask with a QuerySet. What is written here by hand both SQLite and PostgreSQL must understand.
"""

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import CharField, EmailField, ForeignKey, Model, PositiveSmallIntegerField

# What such a field gives to the database as it is. To ask it each time took longer than to write the row.
AS_IT_IS: dict[type, type] = {
    CharField: str,
    EmailField: str,
    ForeignKey: int,
    PositiveSmallIntegerField: int,
}


def query(statement: str, *given: Any) -> list[tuple[Any, ...]]:
    """The rows that the database answers with."""
    # Looked up once: `connection` looks again each time it is asked for anything.
    cursor = _cursor(connections[DEFAULT_DB_ALIAS])
    cursor.execute(statement, given)
    # Not `fetchall`, around which Django puts a function made anew each time.
    return list(cursor)


def _cursor(database: Any) -> CursorWrapper:
    """One for all statements of a connection, each of which is read to its end: a new one takes longer than most statements."""
    database.close_if_health_check_failed()
    kept: CursorWrapper | None = getattr(database, "kept_cursor", None)
    if kept is None or kept.cursor.connection is not database.connection or database.queries_logged:
        kept = database.cursor()
        database.kept_cursor = None if database.queries_logged else kept
    return kept


def query_and_lock(statement: str, table: str, *given: Any) -> list[tuple[Any, ...]]:
    """The same, and nobody else may lock the rows of this table until we commit: `select_for_update`, by hand.

    SQLite has one writer at a time from the beginning of the transaction, and no words for it.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("Nothing stays locked outside of a transaction.")
    return query(
        f"{statement} FOR UPDATE OF {table}" if connection.features.has_select_for_update else statement, *given
    )


def insert(row: Model) -> None:
    """`row.save(force_insert=True)` for a row whose key the database counts. Only the values are made anew each time."""
    database = connections[DEFAULT_DB_ALIAS]
    values = [
        value
        if (value := field.pre_save(row, add=True)) is None or type(value) is as_it_is
        else field.get_db_prep_save(value, database)
        for field, as_it_is in _all_but_the_key(type(row))
    ]
    row.pk = query(_insertion(type(row)), *values)[0][0]
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


@cache
def _all_but_the_key(model: type[Model]) -> list[tuple[Any, type | None]]:
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    return [(field, AS_IT_IS.get(type(field))) for field in fields]


@cache
def _insertion(model: type[Model]) -> str:
    quoted, fields = connection.ops.quote_name, _all_but_the_key(model)
    columns, places = ", ".join(quoted(field.column) for field, _as_it_is in fields), ", ".join("%s" for _ in fields)
    return f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places}) RETURNING id"  # noqa: S608 - our own names
