"""Whether the tests notice a mutant: those that ran through the spoiled line are asked, and all of them when none did."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from coverage import CoverageData

from bench.mutants.guards import ROOT
from bench.mutants.spoiling import Mutant

# Seconds. Whatever takes longer hangs, and CI would notice.
PATIENCE = 600
WATCHING = "[run]\ndynamic_context = test_function\nsource = goldenthread\nparallel = true\n"
PYTEST = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]


class Copy:
    """A copy of the tree that may be spoiled, and which test ran through which of its lines."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.lines = CoverageData(str(place / ".coverage.lines"))

    def watch(self, tests: Sequence[str]) -> None:
        """Run these once. Raises when one fails before anything is spoiled."""
        (self.place / "watching.ini").write_text(WATCHING, encoding="utf-8")
        where = ["--rcfile=watching.ini", "--data-file=.coverage.lines"]
        if self._python("-m", "coverage", "run", *where, *PYTEST, *tests, patience=None):
            raise RuntimeError(f"The tests fail before anything is spoiled: {' '.join(tests)}")
        self._python("-m", "coverage", "combine", "--quiet", *where)
        self.lines.read()

    def is_noticed(self, file: str, mutant: Mutant, near: Sequence[str]) -> bool:
        """Spoil the file, ask the tests, and mend it again."""
        spoiled = self.place / file
        whole = spoiled.read_text(encoding="utf-8")
        spoiled.write_text(mutant.text, encoding="utf-8")
        try:
            return self._python(*PYTEST, *self._tests_through(file, mutant.line, near)) != 0
        finally:
            spoiled.write_text(whole, encoding="utf-8")

    def _tests_through(self, file: str, line: int, near: Sequence[str]) -> Sequence[str]:
        """As pytest calls them, those of the nearest folder first."""
        contexts = self.lines.contexts_by_lineno(str((self.place / file).resolve())).get(line, [])
        tests = {test for context in contexts if (test := self._test(context))}
        return sorted(tests, key=lambda test: (not test.startswith(near[0]), test)) or near

    def _test(self, context: str) -> str:
        """`goldenthread.kit.tests.test_x.test_y` is goldenthread/kit/tests/test_x.py::test_y."""
        module, _, test = context.rpartition(".")
        file = f"{module.replace('.', '/')}.py"
        return f"{file}::{test}" if test.startswith("test_") and (self.place / file).exists() else ""

    def _python(self, *words: str, patience: int | None = PATIENCE) -> int:
        try:
            done = subprocess.run(
                [sys.executable, *words], cwd=self.place, capture_output=True, check=False, timeout=patience
            )
        except subprocess.TimeoutExpired:
            return 124
        return done.returncode


@contextmanager
def copy_of_the_tree() -> Iterator[Copy]:
    """Beside the checkout, so that tests find what lies beside it."""
    with tempfile.TemporaryDirectory(dir=ROOT.parent, prefix=".mutants-") as name:
        place = Path(name)
        for part in ("goldenthread", "tests", "bench", "docs", "script"):
            shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        for part in ("conftest.py", "pyproject.toml", "CHANGELOG.md", "README.md"):
            shutil.copy(ROOT / part, place / part)
        yield Copy(place)
