"""A pytest plugin that runs each test again with every mutant of the functions through which it went.

One process does it all: a mutant's code is laid into the functions that live already, and taken out again. So a mutant costs
one run of a test that notices it, and not the start of a house. `script/mutants` starts it and tells what came of it.
"""

import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from bench.mutants.living import Living, can_be_tried, is_run_by
from bench.mutants.spoiling import Mutant
from tests.timing import durations

# Seconds for one test. What takes longer hangs, and CI would notice.
PATIENCE = 60


class Judge:
    """Which mutants nobody noticed so far, and what each is tried on."""

    def __init__(self, mutants: dict[str, list[Mutant]]) -> None:
        self.alive = {(file, mutant) for file, several in mutants.items() for mutant in several}
        self.tried: set[tuple[str, Mutant]] = set()
        # Tests that fail with nothing spoiled, or that a mutant leaves broken: they say nothing any more.
        self.silent: dict[str, str] = {}
        # Of the files, those that the last test ran.
        self.lines: dict[str, set[int]] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        # The quickest first: what they notice, no walk through the whole house need be asked about.
        seconds = durations()
        session.items.sort(key=lambda item: seconds.get(item.nodeid.partition("::")[0], 0))
        self.living = Living({file for file, _mutant in self.alive})

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        with self._listening():
            is_fine = self._passes(item, nextitem, patience=0)
        if not is_fine:
            self.silent[item.nodeid] = f"fails with nothing spoiled: {self.last[-300:]}"
            return True
        print(".", end="", flush=True)
        self.living.look_around()
        for file, mutant in self._to_try():
            self._try(file, mutant, item, nextitem)
            if item.nodeid in self.silent:
                break
        return True

    def _to_try(self) -> list[tuple[str, Mutant]]:
        each = (pair for pair in self.alive if can_be_tried(*pair) and is_run_by(*pair, self.lines))
        return sorted(each, key=lambda pair: (pair[0], pair[1].line, pair[1].change))

    def _try(self, file: str, mutant: Mutant, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        self.tried.add((file, mutant))
        with self._spoiled(file, mutant):
            is_noticed = not self._passes(item, nextitem)
        if not is_noticed:
            return
        if self._is_whole(item, nextitem):
            self.alive.discard((file, mutant))
        else:
            self.silent[item.nodeid] = f"stays broken after {mutant.change}"

    def _spoiled(self, file: str, mutant: Mutant) -> AbstractContextManager[None]:
        return self.living.spoiled(file, mutant)

    def _is_whole(self, item: Any, nextitem: pytest.Item | None) -> bool:
        """Whether the mutant left nothing broken."""
        return self._passes(item, nextitem)

    def _passes(self, item: Any, nextitem: pytest.Item | None, patience: int = PATIENCE) -> bool:
        item._initrequest()
        try:
            with _ends_after(patience):
                reports = runtestprotocol(item, nextitem=nextitem, log=False)
        except _TooLong:
            return False
        self.last = next((str(report.longrepr) for report in reports if report.failed), "")
        return not self.last

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Which lines of the files are run meanwhile."""
        coverage = Coverage(data_file=None, include=sorted(self.living.files), config_file=False, messages=False)
        coverage.set_option("run:disable_warnings", ["no-data-collected"])
        coverage.start()
        yield
        coverage.stop()
        data = coverage.get_data()
        self.lines = {file: set(data.lines(file) or ()) for file in data.measured_files()}


class _TooLong(BaseException):
    pass


@contextmanager
def _ends_after(seconds: int) -> Iterator[None]:
    """Never, for nothing: the first test of all prepares a database."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
