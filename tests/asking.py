"""PostgreSQL is not asked again what others ask it: a file of tests whose every statement at least two other files send, too.

Two statements are the same that differ in values only; one that a database refuses is another one than the same taken. Files that
want real transactions, or houses of their own, are asked always. `script/test --measure` notes what each file sends to PostgreSQL,
and lists in asked_elsewhere.txt those that are not needed. A file that is new is asked.
"""

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Generator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.db.backends.signals import connection_created

from tests.covering import nothing_new
from tests.timing import durations

ROOT = Path(__file__).parent.parent
ASKED_ELSEWHERE = Path(__file__).with_name("asked_elsewhere.txt")
# So many others are to ask the same: one has its rows in the order in which the answer comes by chance.
OTHERS = 2
REAL = {"transactional_db", "live_server", "django_db_serialized_rollback"}
# What each file has sent in this process.
sent: defaultdict[str, set[str]] = defaultdict(set)
sending: list[str] = []


def asked_elsewhere() -> frozenset[str]:
    return frozenset(ASKED_ELSEWHERE.read_text().split())


def is_postgresql() -> bool:
    return bool(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"))


def shape(statement: object) -> str:
    """By which a statement is known again, whatever its values are, and however many."""
    words = re.sub(r"%s(, %s)+", "%s*", str(statement))
    words = re.sub(r"(\(%s\*?\))(, \(%s\*?\))+", r"\1*", words)
    words = re.sub(r'"s\d+_x\d+"', '"savepoint"', words)
    return blake2b(re.sub(r"\b\d+\b", "0", words).encode(), digest_size=8).hexdigest()


def listen(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - as Django calls it
    try:
        answer = execute(sql, params, many, context)
    except DatabaseError as error:
        hear(f"{type(error).__name__} {shape(sql)}")
        raise
    hear(shape(sql))
    return answer


def hear(statement: str) -> None:
    for file in sending:
        sent[file].add(statement)


def begin_to_listen(connection: Any, **_more: Any) -> None:
    connection.execute_wrappers.append(listen)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--measure") and is_postgresql():
        connection_created.connect(begin_to_listen)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    file = item.nodeid.partition("::")[0]
    sending[:] = [file]
    if is_real(item):
        sent[file].add(f"real transactions in {file}")
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
    """What makes the tables is no question of whichever file happens to be the first."""
    if fixturedef.argname != "django_db_setup":
        return (yield)
    files = [*sending]
    sending.clear()
    try:
        return (yield)
    finally:
        sending[:] = files


def is_real(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    return bool(REAL & set(getattr(item, "fixturenames", ())) or (mark and mark.kwargs.get("transaction")))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--measure") and is_postgresql() and sent:
        heard = {file: sorted(statements) for file, statements in sent.items()}
        (ROOT / f".asked.{os.getpid()}").write_text(json.dumps(heard))


def heard_by_all() -> dict[str, set[str]]:
    """What each file sent, as the workers of the last measurement wrote it down; it is read once."""
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for path in ROOT.glob(".asked.*"):
        for file, statements in json.loads(path.read_text()).items():
            heard[file] |= set(statements)
        path.unlink()
    return heard


def not_needed(heard: dict[str, set[str]], always: tuple[str, ...], seconds: dict[str, float]) -> list[str]:
    """The files that need not be asked, the longest first taken away; of those that take no second, too."""
    lengths = {file: seconds.get(file, 0.5) for file in heard if not file.startswith(always)}
    return nothing_new(heard, lengths, OTHERS)


if __name__ == "__main__":
    from tests.both_databases import ON_BOTH

    files = not_needed(heard_by_all(), ON_BOTH, durations())
    ASKED_ELSEWHERE.write_text("".join(f"{file}\n" for file in files))
    sys.stdout.write(f"PostgreSQL is not asked {len(files)} files.\n")
