"""Everything about me as a page that one reads: what a person cares about, in their words. The file for programs has it all.

A column that is not named here stands on no page, so no key, code or number finds its way there by itself. Tables of the
rooms above are named by their labels; of what has no place there, the page says at its end what it is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Field, Model, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from goldenthread.outbox.without_keys import without_keys
from goldenthread.people.everything import RowsAboutMe, columns_that_name_others, everything_about, names_of_others
from goldenthread.people.everything_columns import COLUMNS, DID
from goldenthread.people.everything_titles import SECTIONS, TableInWords
from goldenthread.people.models import Person, Sector
from goldenthread.people.sessions import browser_in_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

Line = tuple[str, str]
UNFOLDED = 3


@dataclass(frozen=True)
class PageTable:
    """One table as it stands on the page: its title, what it is kept for, and its rows in words."""

    title: StrPromise
    drawer: RowsAboutMe
    rows: list[list[Line]]
    emails: list[Any]
    is_cut_short: bool

    @property
    def first_rows(self) -> list[list[Line]]:
        return self.rows[:UNFOLDED]

    @property
    def more_rows(self) -> list[list[Line]]:
        """Folded, so that the page can be read on a telephone."""
        return self.rows[UNFOLDED:]


@dataclass(frozen=True)
class Section:
    """What belongs together, under one heading."""

    heading: StrPromise
    tables: list[PageTable]


@dataclass(frozen=True)
class EverythingPage:
    """What stands on the page, and the tables in which there is more that only programs read."""

    sections: list[Section]
    for_programs: list[RowsAboutMe]


def everything_page(person: Person, most: int | None = None) -> EverythingPage:
    """The newest of each kind, or all of them."""
    drawers = {drawer.label: drawer for drawer in everything_about(person)}
    sections = [Section(heading, list(_tables(shown, drawers, person, most))) for heading, shown in SECTIONS]
    return EverythingPage(
        [section for section in sections if section.tables],
        [drawer for drawer in drawers.values() if drawer.rows.exists()],
    )


def _tables(
    shown: tuple[TableInWords, ...], drawers: dict[str, RowsAboutMe], person: Person, most: int | None
) -> Iterator[PageTable]:
    for table in shown:
        # Taken out, so that what is left is what no page shows.
        drawer = drawers.pop(table.label)
        paths = {
            "__".join(column.split(".")[:-1] or [column]) for column in table.columns if _is_related(drawer, column)
        }
        all_rows = _rows_for_the_page(table, drawer)
        rows = all_rows.select_related(*paths) if paths else all_rows
        newest = list(rows.order_by("-pk")[:most])
        if not newest:
            continue
        emails = [_sealed(row) for row in newest] if table.is_of_emails else []
        lines = [] if table.is_of_emails else [list(_lines(row, table.columns, person)) for row in newest]
        filled = [line for line in lines if line]
        # Of rows that read alike one is enough; but of what somebody did, each was done.
        once = filled if table.label == "journal.Entry" else [line for line, _again in groupby(filled)]
        yield PageTable(table.title, drawer, once, emails, len(newest) == most)


def _rows_for_the_page(table: TableInWords, drawer: RowsAboutMe) -> QuerySet[Any]:
    if not table.only:
        return drawer.rows
    narrowed: QuerySet[Any] = getattr(drawer.model._default_manager.all(), table.only)()
    return narrowed.filter(pk__in=drawer.rows.values("pk"))


def _is_related(drawer: RowsAboutMe, column: str) -> bool:
    return drawer.model._meta.get_field(column.split(".")[0]).is_relation


def _lines(row: Model, columns: tuple[str, ...], person: Person) -> Iterator[Line]:
    for column in columns:
        *path, last = column.split(".")
        holder = reduce(getattr, path, row)
        field: Any = holder._meta.get_field(last)
        value = getattr(holder, last)
        is_unnamed = isinstance(value, Person) and last not in columns_that_name_others(type(holder))
        # Oneself needs no naming, others are not named, and what is empty says nothing.
        if value in (None, "", [], {}) or value == person or is_unnamed:
            continue
        name = COLUMNS.get(f"{type(holder)._meta.label}.{last}") or COLUMNS.get(last)
        called = names_of_others().get((type(holder), last))
        words = called(holder, person) if called else None
        yield (
            str(name or capfirst(str(getattr(field, "verbose_name", last)))),
            _in_words(holder, field, value) if words is None else words,
        )


def _in_words(holder: Model, field: Field[Any, Any], value: Any) -> str:
    if shown := getattr(holder, f"get_{field.name}_display", None):
        return str(shown())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, list):
        return ", ".join(str(Sector(item).label if item in Sector.values else item) for item in value)
    if field.name == "did":
        return str(DID.get(value, value))
    return browser_in_words(value) if field.name == "user_agent" else str(value)


def _sealed(email: Any) -> Any:
    email.text = without_keys(email.text)
    return email
