"""Questions that Django composes once in each process: to compose one over several tables takes it ten times as long as the
database takes to answer, and a page is made of few of them.

What is asked stays a word of the QuerySet beside its model. Only one value in it is another each time.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Row = TypeVar("Row")


class ComposedOnce(Generic[Row]):
    """`mark` stands in the question where the value that is asked about will, and nowhere else."""

    def __init__(self, question: Callable[[Any], QuerySet[Any, Row]], mark: int | str) -> None:
        self.question, self.mark = question, mark

    def ask(self, value: int | str) -> list[Row]:
        rows, compiler, statement, given, converters = self._composed
        repeated, clone = copy(compiler), rows.all()
        repeated.connection = connections[DEFAULT_DB_ALIAS]
        repeated.as_sql = lambda: (statement, tuple(value if each == self.mark else each for each in given))
        repeated.get_converters = lambda _columns: converters
        clone.query.get_compiler = lambda *_where, **_by_name: repeated  # type: ignore[method-assign]
        answers: Any = clone._iterable_class
        return [*answers(clone)]

    @cached_property
    def _composed(self) -> tuple[QuerySet[Any, Row], Any, str, tuple[Any, ...], dict[int, Any]]:
        """The question, what Django composes it with, the statement and the values in it, and what makes of answers what models
        hold."""
        rows = self.question(self.mark)
        compiler: Any = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
        statement, given = compiler.as_sql()
        if list(given).count(self.mark) != 1:
            raise ValueError(f"{self.mark!r} is to stand in the question once.")
        converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        return rows, compiler, statement, tuple(given), converters
