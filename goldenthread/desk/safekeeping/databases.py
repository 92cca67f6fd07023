"""How each kind of database is copied while people use it, and put back."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Protocol

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from goldenthread.desk.sorry import Sorry
from goldenthread.kit import database_version
from goldenthread.outbox.held_emails import RESTORED
from goldenthread.outbox.models import Email

# In plain SQL, because it must be part of bringing the database back: a moment later a worker could send them again.
HOLD_EMAILS = (
    f"UPDATE {Email._meta.db_table} SET state = '{Email.State.HELD}', held_because = '{RESTORED}' "  # noqa: S608 - all ours
    f"WHERE state IN ('{Email.State.OWED}', '{Email.State.CLAIMED}')"
)


def _library() -> Any:
    """The one that Django uses: two SQLite libraries in one process must never open one file."""
    return connection.Database  # type: ignore[attr-defined]


class Copyist(Protocol):
    """Knows one kind of database."""

    part: str

    def copy_to(self, file: Path) -> None: ...
    def check(self, file: Path) -> None: ...
    def bring_back(self, file: Path) -> None: ...


class SQLite:
    part = "database.sqlite3"

    def copy_to(self, file: Path) -> None:
        connection.ensure_connection()
        copy = _library().connect(file)
        connection.connection.backup(copy)
        copy.close()

    def check(self, file: Path) -> None:
        copy = _library().connect(file)
        try:
            result = copy.execute("PRAGMA integrity_check").fetchone()[0]
        except _library().DatabaseError as trouble:
            result = str(trouble)
        finally:
            copy.close()
        if result != "ok":
            raise Sorry(f"the copy of the database is damaged ({result}).")

    def bring_back(self, file: Path) -> None:
        """E-mails are held first, then the file takes its place in one step."""
        copy = _library().connect(file)
        copy.execute(HOLD_EMAILS)
        copy.commit()
        copy.close()
        database_file = Path(connection.settings_dict["NAME"])
        database_version.close()
        connection.close()
        for beside in ("-wal", "-shm"):
            database_file.with_name(database_file.name + beside).unlink(missing_ok=True)
        os.replace(file, database_file)


class PostgreSQL:
    part = "database.pgdump"

    def copy_to(self, file: Path) -> None:
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={file}")

    def check(self, file: Path) -> None:
        self._run("pg_restore", "--list", str(file), connected=False)

    def bring_back(self, file: Path) -> None:
        """All in one transaction, e-mails included: either the whole house is back or nothing has changed."""
        script = file.with_suffix(".sql")
        self._run("pg_restore", "--clean", "--if-exists", "--no-owner", f"--file={script}", str(file), connected=False)
        with script.open("a") as lines:
            lines.write(f"\nSET search_path TO public;\n{HOLD_EMAILS};\n")
        connection.close()
        self._run("psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={script}")

    def _run(self, program: str, *options: str, connected: bool = True) -> None:
        executable = shutil.which(program)
        if not executable:
            raise Sorry(f"{program} is missing. On Debian: apt-get install postgresql-client")
        # The password travels in the environment, where other people on the machine cannot read it.
        where, secrets = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
        command = [executable, *options, *(where[1:] if connected else [])]
        done = subprocess.run(command, env=os.environ | (secrets or {}), capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise Sorry(f"{program} could not do it: {done.stderr.strip()}")


def copyist() -> Copyist:
    return SQLite() if connection.vendor == "sqlite" else PostgreSQL()
