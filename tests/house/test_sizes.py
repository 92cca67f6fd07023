"""Short files and short functions. A longer one has its name and its reason here."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.house.tree import code, text

FILE, FUNCTION, HALF_OF_ALL_FILES = 200, 25, 75
# A file may be longer if there is a reason, and this is it.
LONGER_FILES = {
    # One table: every aspect of a plan, with its words.
    # Half of it is the columns of a plan.
    "goldenthread/gatherings/plan/models/gathering.py": 275,
    # Half of it is the columns of an e-mail.
    "goldenthread/outbox/models/email.py": 215,
    # One table: each e-mail, and how it comes to be written.
    "tests/emails/every.py": 245,
    # One of everything, for the tables of permissions and of queries.
    "tests/house/conftest.py": 220,
    # All that can be asked of sessions that take several slots.
    "goldenthread/mixing/timetable/blocks.py": 225,
    # Half of it is the columns of a booking.
    "goldenthread/gatherings/bookings/models/booking.py": 225,
    # Every sentence about a plan, with what it rests on.
    "goldenthread/mixing/tables/explain/explaining.py": 205,
    # One table: for each relation to a person, how something comes to hang on it.
    "tests/house/test_merging_people.py": 280,
    # Every trouble that a mail server can make, one after the other.
    "goldenthread/outbox/tests/test_trouble.py": 240,
}
# So may a function: "file:function".
LONGER_FUNCTIONS = {
    # The ways to know of a change, side by side as they are measured.
    "bench/stamps.py:ways": 35,
    # A day from its first arrival to its certificates: a story that is told in one go.
    "tests/journeys/test_a_whole_day.py:test_a_whole_day": 40,
}


def test_files_are_short():
    assert [f"{path}: {height(path)}" for path in code() if height(path) > LONGER_FILES.get(str(path), FILE)] == []


def test_half_of_all_files_are_shorter_still():
    assert median(height(path) for path in code() if height(path)) < HALF_OF_ALL_FILES


def test_functions_are_short():
    long = [f"{name}: {size}" for name, size in functions() if size > LONGER_FUNCTIONS.get(name, FUNCTION)]

    assert long == []


def test_nothing_is_excused_in_vain():
    short_files = [path for path in LONGER_FILES if height(Path(path)) <= FILE]
    sizes = dict(functions())
    short_functions = [name for name in LONGER_FUNCTIONS if sizes.get(name, 0) <= FUNCTION]

    assert short_files + short_functions == []


def height(path: Path) -> int:
    return len(text(path).splitlines())


def functions() -> Iterator[tuple[str, int]]:
    return (
        (f"{path}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in code()
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
