"""What the mixer imports late, each with its reason; everything else stands at the top, where the linter sees it."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.house.tree import PYPROJECT, code, text

# File and function: which library the pages of the house would otherwise carry, and why they need not.
LATE = {
    "goldenthread/mixing/commands.py:_introduce": "numpy",
    "goldenthread/mixing/commands.py:_mix": "numpy",
    "goldenthread/mixing/commands.py:_timetable": "numpy",
    "goldenthread/mixing/tables/explain/impossible.py:_impossible": "scipy",
    "goldenthread/mixing/tables/search/mix.py:mix": "scipy",
    "goldenthread/mixing/terminal/mix.py:_from_the_bank": "numpy",
    "goldenthread/mixing/timetable/moves.py:_assigned": "scipy",
}
REASONS = {
    "numpy": "15 MB and a quarter of a second, and most processes mix nothing",
    "scipy": "50 MB and half a second more, for whoever mixes tables; of timetables, those whose sessions are all as long need it",
}


def test_what_is_imported_late_stands_in_the_list():
    late = [f"{path}:{name}" for path in mixing() for name in late_imports(text(path))]

    assert sorted(late) == sorted(LATE)


def test_a_late_import_would_be_noticed():
    assert list(late_imports("import os\ndef f():\n    from x import y\n")) == ["f"]


def test_every_library_that_comes_late_has_its_reason():
    assert set(LATE.values()) == REASONS.keys()


def test_the_linter_lets_the_same_files_import_late():
    [let] = [name for name in PYPROJECT["tool"]["ruff"]["lint"]["per-file-ignores"] if "mixing" in name]
    folder, _, names = let.partition("{")
    inside, _, end = names.partition("}")

    assert sorted({name.partition(":")[0] for name in LATE}) == sorted(
        f"{folder}{name}{end}" for name in inside.split(",")
    )


@pytest.mark.parametrize("library", REASONS)
def test_whoever_imports_late_did_not_load_it_before(library):
    modules = [name.partition(".py:")[0].replace("/", ".") for name, late in LATE.items() if late == library]
    question = f"import sys, {', '.join(modules)}; print('{library}' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True).stdout

    assert answer == "False\n"


def test_nothing_is_imported_by_its_name_in_a_string():
    disguised = [f"{path}:{line}" for path in [*mixing(), *bench()] for line in disguised_imports(text(path))]

    assert disguised == []


@pytest.mark.parametrize("source", ["from importlib import import_module", "import importlib", "__import__('os')"])
def test_an_import_in_disguise_would_be_noticed(source):
    assert list(disguised_imports(source)) == [1]


def mixing():
    return [path for path in code() if path.is_relative_to("goldenthread/mixing") and "tests" not in path.parts]


def bench():
    return [path for path in code() if path.is_relative_to("bench")]


def late_imports(source: str) -> Iterator[str]:
    """The functions that import something."""
    return (
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    )


def disguised_imports(source: str) -> Iterator[int]:
    """Whether a module is there at all may be asked (importlib.util.find_spec); to load it by its name hides it."""
    for node in ast.walk(ast.parse(source)):
        if (
            (isinstance(node, ast.ImportFrom) and node.module == "importlib")
            or (isinstance(node, ast.Import) and "importlib" in {alias.name for alias in node.names})
            or (isinstance(node, ast.Name) and node.id == "__import__")
        ):
            yield node.lineno


def test_a_day_of_sessions_that_are_not_all_as_long_wakes_no_scipy():
    question = (
        "import sys; from goldenthread.mixing.timetable.making import make, Limits;"
        "from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot;"
        "day = Programme(tuple(Slot(n) for n in 'abc'), (Room('q'), Room('r')), (Session('s', length=3), Session('t', length=2)));"
        "print(len(make(day, Limits(None, 5)).placed), 'scipy' in sys.modules)"
    )

    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True).stdout

    assert answer == "2 False\n"
