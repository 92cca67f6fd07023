"""Django's PostgreSQL backend. Django looks for it in a module of this name."""

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base as django_base

from goldenthread.kit.one_at_a_time import waiting

OPTIONS = " ".join(
    [
        # It thinks that small tables it never counted are large, and would compile for half a second to read three rows.
        "-c jit=off",
        # As long as SQLite waits (kit/sqlite/base.py).
        "-c lock_timeout=5s",
    ]
)
# Reading never waits for anybody.
MAY_WAIT = ("INSERT", "UPDATE", "DELETE", "LOCK")


class DatabaseWrapper(django_base.DatabaseWrapper):
    """One connection that lets other requests go on while it may have to wait for a lock."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.execute_wrappers.append(_letting_others_go_on)

    def get_connection_params(self) -> dict[str, Any]:
        self.settings_dict["OPTIONS"] = {"options": OPTIONS} | self.settings_dict["OPTIONS"]
        return super().get_connection_params()


def _letting_others_go_on(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django calls it so
    if isinstance(sql, str) and not (sql.lstrip()[:6].upper().startswith(MAY_WAIT) or "FOR UPDATE" in sql):
        return execute(sql, params, many, context)
    with waiting():
        return execute(sql, params, many, context)
