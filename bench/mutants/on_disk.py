"""script/mutants --on-disk WORD: the same for what only processes of their own run, such as a backup and its way back.

Nothing can be laid into those, so a mutant is also written down, in a copy of the tree: whatever a test starts there reads it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from coverage import CoverageData

from bench.mutants.guards import REASONS, ROOM, ROOT
from bench.mutants.judging import Judge
from bench.mutants.spoiling import Mutant

IN_THE_COPY = "--in-the-copy"
DESK, TABLES = f"{ROOM}/desk/tests/test_", f"{ROOM}/gatherings/tables/tests/test_"
BACKUPS = (f"{DESK}refusing_backups.py", f"{DESK}asking_postgresql.py", f"{DESK}backing_up.py")
WISHES = (f"{DESK}granting_wishes_again.py", f"{DESK}wishes_outlive_backups.py", f"{DESK}debts_after_restoring.py")
MIXES = tuple(
    f"{TABLES}{name}.py" for name in ("arranging", "clashing", "runs", "remaking", "joining_tables", "no_trace")
)
# The quickest come first. A file that is not here is tried in one process: script/mutants WORD.
TESTS = {
    f"{ROOM}/desk/safekeeping/backing_up.py": BACKUPS,
    f"{ROOM}/desk/safekeeping/databases.py": (*BACKUPS, f"{DESK}backing_up_on_postgresql.py"),
    f"{ROOM}/desk/safekeeping/restoring.py": BACKUPS + WISHES,
    f"{ROOM}/desk/safekeeping/wishes_since.py": WISHES,
    f"{ROOM}/gatherings/tables/runs.py": MIXES,
}
ORDER = list(dict.fromkeys(test for tests in TESTS.values() for test in tests))
# Seconds for one test, which starts the house several times, and for one house: this may run beside all else.
PATIENCE, PATIENT = 900, {"PATIENCE": "300"}


def in_a_copy(words: list[str]) -> int:
    """Of all that is in the repository, as it stands now."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory(prefix="golden-thread-mutants.") as name:
        for file in (each for each in listed.split("\0") if (ROOT / each).is_file()):
            (Path(name) / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, Path(name) / file)
        again = [sys.executable, "-m", "bench.mutants", IN_THE_COPY, *words]
        return subprocess.run(again, cwd=name, env=os.environ | PATIENT, check=False).returncode


class JudgeOnDisk(Judge):
    """Stands in the copy, and asks processes, too."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        super().pytest_collection_finish(session)
        session.items.sort(key=lambda item: ORDER.index(item.nodeid.partition("::")[0]))
        self.first = session.items[0]

    def _to_try(self) -> list[tuple[str, Mutant]]:
        """What may live need not be asked for a minute each."""
        return [(file, mutant) for file, mutant in super()._to_try() if mutant.change not in REASONS.read_text()]

    @contextmanager
    def _spoiled(self, file: str, mutant: Mutant) -> Iterator[None]:
        self.change = mutant.change
        with _written(ROOT / file, mutant.source), super()._spoiled(file, mutant):
            yield

    def _is_whole(self, item: Any, nextitem: pytest.Item | None) -> bool:
        """What a process leaves broken lies in a folder that nobody opens again. Its last words say whether it was only too slow."""
        print(f"\n  noticed {self.change}\n    {item.name}: {self.last.splitlines()[-1:]}", flush=True)
        return "moved" in item.fixturenames or "prepared" in item.fixturenames or self._passes(item, nextitem)

    def _passes(self, item: pytest.Item, nextitem: pytest.Item | None, patience: int = PATIENCE) -> bool:
        """After the last test nothing is torn down that was made before anything was spoiled."""
        return super()._passes(item, nextitem or self.first, patience)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        with tempfile.TemporaryDirectory() as folder:
            with _asked_to_say(Path(folder), sorted(self.living.files)), super()._listening():
                yield
            lines = defaultdict(set, self.lines)
            for said in (CoverageData(str(file)) for file in Path(folder).glob("said.*")):
                said.read()
                for name in said.measured_files():
                    lines[name] |= set(said.lines(name) or ())
        self.lines = lines


@contextmanager
def _written(file: Path, source: str) -> Iterator[None]:
    before = file.read_bytes()
    file.write_text(source, encoding="utf-8")
    _forget(file)
    try:
        yield
    finally:
        file.write_bytes(before)
        _forget(file)


def _forget(file: Path) -> None:
    """Python knows a change by its second and its length, and some changes share both."""
    shutil.rmtree(file.parent / "__pycache__", ignore_errors=True)


@contextmanager
def _asked_to_say(folder: Path, files: list[str]) -> Iterator[None]:
    """Every process that begins meanwhile says which lines of these files it ran."""
    config, include = folder / "config", "\n  ".join(files)
    config.write_text(f"[run]\nparallel = true\nsigterm = true\ndata_file = {folder}/said\ninclude =\n  {include}\n")
    os.environ["COVERAGE_PROCESS_START"] = str(config)
    try:
        yield
    finally:
        del os.environ["COVERAGE_PROCESS_START"]
