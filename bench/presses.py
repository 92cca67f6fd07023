"""Several people who press at one moment: each is a process of its own, with a connection of its own, as the workers of a house are."""

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

from django.db import connections

# Looks at the page, and gives back the press.
Page = Callable[..., Callable[[], object]]
JITTER = 0.002


@dataclass(frozen=True)
class Answer:
    """What a press was answered, or refused with; and from when until when, by one clock for all processes."""

    words: object
    begun: float = 0.0
    ended: float = 0.0
    is_refused: bool = False
    # What nobody foresaw, such as a deadlock.
    is_error: bool = False


def errors(answers: Iterable[Answer]) -> Counter[str]:
    return Counter(f"error {answer.words}" for answer in answers if answer.is_error)


class Presses:
    """So many processes, which wait for each other before each press."""

    def __init__(self, number: int, before: Callable[[], object] = lambda: None) -> None:
        fork = multiprocessing.get_context("fork")
        self.barrier, self.lines = fork.Barrier(number), []
        self.processes = []
        for _ in range(number):
            mine, theirs = fork.Pipe()
            process = fork.Process(target=_presser, args=(theirs, self.barrier, before), daemon=True)
            process.start()
            self.lines.append(mine)
            self.processes.append(process)

    def __call__(self, *presses: tuple[Page, tuple[object, ...]]) -> list[Answer]:
        """All at one moment. The answers in their order."""
        for line, press in zip(self.lines, [*presses, *[None] * (len(self.lines) - len(presses))], strict=True):
            line.send(press)
        return [line.recv() for line in self.lines][: len(presses)]

    def end(self) -> None:
        for line in self.lines:
            line.send("end")
        for process in self.processes:
            process.join(10)


@contextmanager
def pressing(number: int, before: Callable[[], object] = lambda: None) -> Iterator[Presses]:
    """Begun before anybody has a connection: none is shared."""
    connections.close_all()
    presses = Presses(number, before)
    try:
        yield presses
    finally:
        presses.end()


def _presser(line: Connection, barrier: Barrier, before: Callable[[], object]) -> None:
    before()
    while (press := line.recv()) != "end":
        line.send(_press(press, barrier))
    connections.close_all()


def _press(press: tuple[Page, tuple[Any, ...]] | None, barrier: Barrier) -> Answer:
    go = press[0](*press[1]) if press else lambda: None
    barrier.wait()
    time.sleep(random.random() * JITTER)
    begun = time.monotonic()
    try:
        return Answer(go(), begun, time.monotonic())
    except Exception as refusal:  # noqa: BLE001 - the refusal is the answer
        name, is_ours = type(refusal).__name__, type(refusal).__module__.startswith("goldenthread.")
        words = name if is_ours else f"{name}: {refusal}"
        return Answer(words, begun, time.monotonic(), is_refused=is_ours, is_error=not is_ours)
