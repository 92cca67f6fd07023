"""A house in which nothing happens by chance: the same moment, the same luck, the same steps of a search."""

import itertools
import os
import random
import threading
import time
from collections import Counter
from datetime import UTC, datetime

import time_machine

THE_MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
AN_HOUR = 3600.0
A_STEP = 0.001


class Luck:
    """Stands in for the randomness of the system. Keys and codes come out alike as long as they are drawn for the same thing."""

    def __init__(self) -> None:
        self.dice, self.begun = random.Random(0), Counter[str]()

    def begin(self, what_for: str) -> None:
        self.begun[what_for] += 1
        self.dice.seed(f"{what_for} {self.begun[what_for]}")

    def urandom(self, size: int) -> bytes:
        return self.dice.randbytes(size)


class Hours:
    """Lets an hour pass between two requests, so that nobody is too quick and nothing is remembered from before."""

    def __init__(self) -> None:
        self.passed, self.real = 0.0, time.monotonic

    def pass_one(self) -> None:
        self.passed += AN_HOUR

    def monotonic(self) -> float:
        return self.real() + self.passed


class Steps(threading.local):
    """A search that ends after so many seconds ends after so many looks at its watch, on a slow machine, too."""

    def __init__(self) -> None:
        self.looks = itertools.count(1)

    def perf_counter(self) -> float:
        return next(self.looks) * A_STEP


luck, hours, steps = Luck(), Hours(), Steps()


def stand_still() -> None:
    """Before anything of the house is imported: much of it takes its watch along when it is."""
    os.urandom = random._urandom = luck.urandom  # type: ignore[attr-defined]
    time.monotonic, time.perf_counter = hours.monotonic, steps.perf_counter
    time_machine.travel(THE_MOMENT, tick=False).start()
