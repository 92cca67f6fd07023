"""Every import stands at the top of its file, where the linter draws it; what is heavy and seldom needed is named here."""

import ast
import re
from collections.abc import Iterator

from tests.house.tree import code, text

# "file: module", and why whoever does not need it is not to wait for it (measured on a small machine, one process).
LATE = {
    "goldenthread/__main__.py: goldenthread.desk.commanding": "Django: 0.25 s and 15 MB more before anybody's tables are mixed",
    "goldenthread/gatherings/programme/drafted.py: goldenthread.mixing.timetable.making.Limits": "NumPy: only whoever drafts",
    "goldenthread/gatherings/programme/drafted.py: goldenthread.mixing.timetable.making.make": "the same",
    "goldenthread/gatherings/signup/drawing.py: goldenthread.mixing.draws.drawing.draw": "SciPy: only whoever draws",
    "goldenthread/gatherings/tables/runs.py: goldenthread.mixing.designs.bank": "NumPy: only whoever mixes",
    "goldenthread/kit/pdf/fonts.py: typst": "Typst: a compiler and its fonts, 7 MB, for whoever wants a PDF",
    "goldenthread/kit/reading/events.py: goldenthread.kit.reading.events_in_calendars": "icalendar: 0.1 s",
    "goldenthread/kit/reading/events.py: goldenthread.kit.reading.events_in_json": "whoever reads a list of people needs none",
    "goldenthread/kit/reading/events.py: goldenthread.kit.reading.events_in_xml": "the same",
    "goldenthread/kit/reading/kinds.py: goldenthread.kit.reading.cards": "vobject: a CSV would be read in 0.2 s, not 0.1",
    "goldenthread/kit/reading/kinds.py: goldenthread.kit.reading.workbooks": "calamine: the same",
    "goldenthread/kit/spreadsheets.py: goldenthread.kit.workbooks": "openpyxl: only whoever takes a workbook away",
    "goldenthread/threads/chores.py: goldenthread.threads.suggesting.suggest": "NumPy, 11 MB: once a month",
}
# Ways to import by a name that no linter reads. The registry of rooms finds its classes once, at the start.
BY_NAME = {"importlib", "import_module", "import_string", "__import__", "runpy", "pkgutil", "exec"}
FINDS_BY_NAME = {"goldenthread/kit/registry.py"}
# Reading a thousand files takes a while, so only those are taken apart that may have something inside.
MAY_BE_LATE = re.compile(r"^\s+(?:from|import) ", re.MULTILINE)
MAY_BE_BY_NAME = re.compile("|".join(BY_NAME))


def test_nothing_else_is_imported_inside_a_function():
    # The mixer has a list of its own (mixing/tests/test_imports.py), and measurements open a house before they know its models.
    others = [path for path in of_the_house() if not path.is_relative_to("goldenthread/mixing")]
    late = {f"{path}: {module}" for path in others for module in late_imports(text(path))}

    assert late == set(LATE)


def test_nothing_is_imported_by_its_name():
    by_name = {str(path) for path in of_the_house() if BY_NAME & names(text(path))}

    assert by_name == FINDS_BY_NAME


def test_an_import_inside_a_function_would_be_noticed():
    hidden = "import os\nclass A:\n    def f(self):\n        import q\n        from x.y import z\n        from importlib import r\n"

    assert list(late_imports(hidden)) == ["q", "x.y.z", "importlib.r"]
    assert names(hidden) & BY_NAME == {"importlib"}
    assert names("def f():\n    return __import__('q').z\n") & BY_NAME == {"__import__"}


def of_the_house():
    return [path for path in code() if path.parts[0] == "goldenthread" and "tests" not in path.parts]


def late_imports(source: str) -> Iterator[str]:
    for function in ast.walk(ast.parse(source if MAY_BE_LATE.search(source) else "")):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ast.walk(function):
                if isinstance(inner, ast.ImportFrom):
                    yield from (f"{inner.module}.{alias.name}" for alias in inner.names)
                elif isinstance(inner, ast.Import):
                    yield from (alias.name for alias in inner.names)


def names(source: str) -> set[str]:
    """Whatever is called by a name in this file, and whatever it imports."""
    tree = list(ast.walk(ast.parse(source if MAY_BE_BY_NAME.search(source) else "")))
    imported = {alias.name.partition(".")[0] for node in tree if isinstance(node, ast.Import) for alias in node.names}
    taken = {(node.module or "").partition(".")[0] for node in tree if isinstance(node, ast.ImportFrom)}
    taken |= {alias.name for node in tree if isinstance(node, ast.ImportFrom) for alias in node.names}
    used = {node.id for node in tree if isinstance(node, ast.Name)}
    return imported | taken | used | {node.attr for node in tree if isinstance(node, ast.Attribute)}
