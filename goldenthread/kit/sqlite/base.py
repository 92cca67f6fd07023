"""Django's SQLite backend on the bundled library. Django looks for it in a module of this name."""

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from goldenthread.kit import one_at_a_time
from goldenthread.kit.cannot_write import is_busy
from goldenthread.kit.sqlite import library
from goldenthread.kit.sqlite.writer_queue import QueuePlace

library.put_in_place()

from django.db.backends.sqlite3 import base as django_base  # noqa: E402 - only now does it find the right library

library.refuse_if_unsafe(django_base.DatabaseWrapper.Database)

PRAGMAS = {
    "journal_mode": "WAL",  # readers and the one writer do not wait for each other
    "synchronous": "FULL",  # what was answered survives a power cut; NORMAL lost 529 of 3,000 bookings in our trial
    "secure_delete": "ON",  # what is deleted is overwritten, not only unlinked
    "foreign_keys": "ON",
}
PROMISES = {
    # A writer takes its turn at the start and waits for it, instead of failing in the middle.
    "transaction_mode": "IMMEDIATE",
    # Seconds. Nobody looks at a page that does nothing for longer.
    "timeout": 5,
    "init_command": "; ".join(f"PRAGMA {name} = {value}" for name, value in PRAGMAS.items()),
}
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# In characters. Longer statements are made of long lists, and seldom come again.
WORTH_KEEPING = 4_000


class Cursor(django_base.SQLiteCursorWrapper):
    """Stands in line before a single statement that writes, where no transaction does so."""

    def __init__(self, *args: Any, house: "DatabaseWrapper") -> None:
        super().__init__(*args)
        self.house = house

    def execute(self, query: str, params: Any = None) -> Any:
        if self._waits_for_nobody(query):
            return super().execute(query, params)
        return self._in_turn(partial(super().execute, query, params))

    def executemany(self, query: str, param_list: Any) -> Any:
        if self._waits_for_nobody(query):
            return super().executemany(query, param_list)
        # What a generator gave it cannot give again, and a statement may be tried twice.
        return self._in_turn(partial(super().executemany, query, list(param_list)))

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        if param_names is None and len(query) < WORTH_KEEPING:
            return _with_question_marks(query)
        converted: str = super().convert_query(query, param_names=param_names)
        return converted

    def _waits_for_nobody(self, query: str) -> bool:
        # Inside a transaction it is our turn already, or the transaction was begun by hand and has its own luck.
        return self.connection.in_transaction or not query.lstrip()[:7].upper().startswith(WRITES)

    def _in_turn(self, statement: Callable[[], Any]) -> Any:
        try:
            return self.house.in_turn(statement)
        finally:
            self.house.pass_on()


@lru_cache(maxsize=256)
def _with_question_marks(query: str) -> str:
    """As Django does it with each statement anew."""
    return str(django_base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseWrapper(django_base.DatabaseWrapper):
    """One connection, with every promise kept whatever the settings leave out."""

    turn: QueuePlace | None = None

    def get_connection_params(self) -> dict[str, Any]:
        self.settings_dict["OPTIONS"] = PROMISES | self.settings_dict["OPTIONS"]
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if not self.is_in_memory_db():
            self.turn = QueuePlace(Path(self.settings_dict["NAME"]))
        return super().get_new_connection(conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=partial(Cursor, house=self))

    def in_turn(self, begin: Callable[[], Any]) -> Any:
        """Begin to write when it is our turn. In a request others go on meanwhile, and patience ends."""
        patience = one_at_a_time.Patience(float(self.settings_dict["OPTIONS"]["timeout"]))
        try:
            if self.turn:
                self.turn.take(patience)
            if not one_at_a_time.is_a_request():
                return begin()
            begun = self._begin(begin, patience)
        except Exception as trouble:
            if is_busy(trouble):
                one_at_a_time.waited_in_vain()
            raise
        patience.was_rewarded()
        return begun

    def _begin(self, begin: Callable[[], Any], patience: one_at_a_time.Patience) -> Any:
        """At once; or, where somebody who never stood in our line has the database, as soon as they let go of it."""
        try:
            return self._within(0.0, begin)
        except Exception as trouble:
            if not is_busy(trouble) or not patience.left:
                raise
        with one_at_a_time.waiting():
            return self._within(patience.left, begin)

    def _within(self, seconds: float, begin: Callable[[], Any]) -> Any:
        usual = float(self.settings_dict["OPTIONS"]["timeout"])
        self.connection.execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")
        try:
            return begin()
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {usual * 1000:.0f}")

    def pass_on(self) -> None:
        """Unless the transaction goes on, as after a commit that failed."""
        if self.turn and not (self.connection and self.connection.in_transaction):
            self.turn.pass_on()

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc]
        if self.transaction_mode not in {"IMMEDIATE", "EXCLUSIVE"}:  # type: ignore[attr-defined]
            begin()
            return
        try:
            self.in_turn(begin)
        finally:
            # If it could not begin.
            self.pass_on()

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self.pass_on()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.pass_on()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            if self.turn:
                self.turn.close()
