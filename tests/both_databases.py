"""Which tests PostgreSQL is asked as well: those of which a database can change the answer. SQLite is asked all of them.

A test without a database runs once: pytest-django refuses it any query, and this file refuses it what would go round that, a
fixture that brings a database along unseen and a process of ours that could ask one, until the test stands in a list here.
"""

import os
import sys
from typing import Any

import pytest
from django.conf import settings

from tests.asking import asked_elsewhere

# No database in their own process, but houses on the kind of database that the run is about.
ON_BOTH = (
    "goldenthread/desk/tests/test_backing_up_on_postgresql.py",
    "goldenthread/desk/tests/test_debts_after_restoring.py",
    "goldenthread/desk/tests/test_wishes_outlive_backups.py",
    "goldenthread/kit/tests/test_database_version.py",
    "tests/journeys/",
    "tests/emails/",
    "tests/tables/",
    "tests/trust/test_bookings_under_fire.py",
    "tests/trust/test_nothing_stays.py",
)
ON_A_FILE = "Its houses lie on SQLite, whatever the run is about."
LOOKS = "Rows come out of both databases alike, and this is about what is made of them."
KNOWS_NONE = "It reads files or settings, and knows no database."
WALKED = "Its rooms ask both for each act of it; a day, a booking and a first visit are walked on both."
CONTROL = "Its own test runs on both; that it would notice a fault, one of them shows."
# What SQLite alone is asked, and why.
ONCE = {
    "goldenthread/desk/tests/test_answered_requests.py": ON_A_FILE,
    "goldenthread/desk/tests/test_backing_up.py": ON_A_FILE,
    "goldenthread/desk/tests/test_commands.py": ON_A_FILE,
    "goldenthread/desk/tests/test_granting_wishes_again.py": "It ends its connection, and one in memory does not mind.",
    "goldenthread/desk/tests/test_opening.py": ON_A_FILE,
    "goldenthread/desk/tests/test_setting_up.py": ON_A_FILE,
    "goldenthread/desk/tests/test_readers_never_wait.py": ON_A_FILE,
    "goldenthread/desk/tests/test_weight.py": ON_A_FILE,
    "goldenthread/gatherings/bookings/tests/test_bookings_as_a_machine.py::test_a_planted_fault_is_found": CONTROL,
    "goldenthread/gatherings/day/tests/test_day_as_a_machine.py::test_a_planted_fault_is_found": CONTROL,
    "tests/trust/test_whole_programme.py::test_a_planted_fault_is_found": CONTROL,
    "goldenthread/gatherings/tables/tests/oracle/": LOOKS,
    "goldenthread/gatherings/tables/tests/test_what_is_printed.py": KNOWS_NONE,
    "goldenthread/gatherings/afterwards/tests/test_certificate_pdf.py": LOOKS,
    "goldenthread/gatherings/day/tests/test_day_on_paper.py": LOOKS,
    "goldenthread/gatherings/pages/tests/test_poster.py": LOOKS,
    "goldenthread/gatherings/programme/tests/test_paper.py": KNOWS_NONE,
    "goldenthread/kit/pdf/": KNOWS_NONE,
    "goldenthread/kit/sqlite/": "It is about SQLite.",
    "goldenthread/kit/tests/test_files_of_events.py": KNOWS_NONE,
    "goldenthread/kit/tests/test_given.py": KNOWS_NONE,
    "goldenthread/kit/tests/test_kinds_of_files.py": KNOWS_NONE,
    "goldenthread/kit/tests/test_reading_apart.py": KNOWS_NONE,
    "goldenthread/kit/tests/test_spreadsheets.py": KNOWS_NONE,
    "goldenthread/kit/tests/test_workbooks.py": KNOWS_NONE,
    "goldenthread/mixing/": KNOWS_NONE,
    "goldenthread/people/tests/test_guessing_at_once.py": ON_A_FILE,
    "tests/formats/": LOOKS,
    "tests/house/test_settings.py": KNOWS_NONE,
    "tests/journeys/test_being_found.py": WALKED,
    "tests/journeys/test_by_keyboard.py": LOOKS,
    "tests/journeys/test_convening.py": WALKED,
    "tests/journeys/test_joining.py": WALKED,
    "tests/journeys/test_keeping_the_house.py": WALKED,
    "tests/journeys/test_leaving.py": WALKED,
    "tests/journeys/test_looking.py": LOOKS,
    "tests/journeys/test_pages.py": LOOKS,
    "tests/journeys/test_printing.py": LOOKS,
    "tests/emails/test_every_email.py": LOOKS,
    "tests/emails/test_postfix.py": LOOKS,
    "tests/trust/test_headers.py": LOOKS,
    "tests/trust/test_outside.py": ON_A_FILE,
    "tests/trust/test_presses_under_fire.py": ON_A_FILE,
}
# The test that is being run, if one is.
current: list[pytest.Item] = []


def has_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def is_decided(item: pytest.Item) -> bool:
    """Somebody has thought about whether this one asks PostgreSQL as well."""
    return has_database(item) or item.nodeid.startswith((*ON_BOTH, *ONCE))


def asks_postgresql(item: pytest.Item, elsewhere: frozenset[str] = frozenset()) -> bool:
    if item.nodeid.startswith(tuple(ONCE)) or item.nodeid.partition("::")[0] in elsewhere:
        return False
    return has_database(item) or item.nodeid.startswith(ON_BOTH)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        elsewhere = frozenset() if config.getoption("--measure") else asked_elsewhere()
        to_run = [item for item in items if asks_postgresql(item, elsewhere)]
        config.hook.pytest_deselected(items=[item for item in items if item not in to_run])
        items[:] = to_run


def pytest_configure() -> None:
    sys.addaudithook(refuse_processes)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    current[:] = [item]


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> None:
    if fixturedef.argname == "_django_db_helper":
        refuse("is given a database unseen")


def refuse_processes(event: str, args: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen" and os.fspath(args[0]) == sys.executable:
        refuse("starts a process of ours")


def refuse(what: str) -> None:
    for item in current:
        if not is_decided(item):
            pytest.fail(f"{item.nodeid} {what}: say in tests/both_databases.py whether PostgreSQL is asked, too.")
