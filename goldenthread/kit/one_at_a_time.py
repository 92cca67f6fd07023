"""One request of a process is worked on at a time; whoever only waits for the database lets the next one go on.

Python runs one thread at a time anyway, and threads that compete for it slow each other down: measured. But with a single
thread, whoever reads waits for whoever waits to write. See docs/decisions/0022-readers-never-wait-for-writers.md.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock, local
from time import monotonic
from typing import Any, TypeVar

Item = TypeVar("Item")
Environ = dict[str, Any]
Application = Callable[..., Iterable[bytes]]

ONLY_READS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# Threads in one process, and how many of them may wait to write for as long as it takes. The others stay for readers.
THREADS = 8
MOST_WAITING = THREADS - 2
# Whoever comes when so many wait already waits as long as the line moves: somebody's turn came within so many seconds. The same
# is all that a page waits which would write something down in passing.
A_MOMENT = 0.5
# After somebody waited in vain, nobody beyond those tries again for so many seconds.
STANDS_STILL_FOR = 1.0
# For so many seconds somebody with a long list works on it before others are answered in between.
A_WHILE = 0.0005
LONG_AGO = float("-inf")


class Slot:
    """Held by one thread at a time, in the order in which they asked for it."""

    def __init__(self) -> None:
        self.waiting_elsewhere = 0
        self.moved_at = self.in_vain_at = LONG_AGO
        self._lock = Lock()
        self._queue: deque[Lock] = deque()
        self._is_taken = False

    def take(self, *, first: bool = False) -> None:
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return
            turn = Lock()
            turn.acquire()
            (self._queue.appendleft if first else self._queue.append)(turn)
        turn.acquire()

    def give(self) -> None:
        with self._lock:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._is_taken = False

    def pass_on(self) -> None:
        """Whoever waits goes first; whoever passes it on stands behind them all."""
        if self._queue:
            self.give()
            self.take()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Whoever comes back goes first: they may hold a lock that others wait for."""
        self.waiting_elsewhere += 1
        self.give()
        try:
            yield
        finally:
            self.take(first=True)
            self.waiting_elsewhere -= 1


class _Thread(local):
    """What this thread works on. Commands, workers and tests hold no slot, and wait as long as they like."""

    slot: Slot | None = None
    only_reads = False
    waited_in_vain = False


_thread = _Thread()


class OneAtATime:
    """Stands around the application, in each process that serves pages."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.slot = Slot()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.slot.take()
        _thread.slot, _thread.waited_in_vain = self.slot, False
        _thread.only_reads = environ["REQUEST_METHOD"] in ONLY_READS
        try:
            return self.application(environ, start_response)
        finally:
            _thread.slot = None
            self.slot.give()


def is_a_request() -> bool:
    """Whether this thread answers one, and others wait behind it."""
    return _thread.slot is not None


@contextmanager
def waiting() -> Iterator[None]:
    """While this thread only waits, another may work. Nothing that they share may be half done meanwhile."""
    slot, _thread.slot = _thread.slot, None
    if slot is None:
        yield
        return
    try:
        with slot.lent():
            yield
    finally:
        _thread.slot = slot


def giving_way(items: Iterable[Item]) -> Iterator[Item]:
    """The same items. Between two of them others are answered, whenever this thread has worked for a while.

    Not inside a transaction: whoever waits for its lock would wait for those others, too.
    """
    since = monotonic()
    for item in items:
        if _thread.slot and monotonic() - since > A_WHILE:
            _thread.slot.pass_on()
            since = monotonic()
        yield item


class GivingWay(list[Item]):
    """A long list whose page others need not wait for. A template asks how long it is before it begins."""

    def __iter__(self) -> Iterator[Item]:
        return giving_way(super().__iter__())


class Patience:
    """For how long this thread may wait to write. It begins when it is asked for."""

    def __init__(self, most: float) -> None:
        self._since, self._most, self._slot = monotonic(), most, _thread.slot
        self._only_while_it_moves = False
        if self._slot is None:
            return
        is_full = self._slot.waiting_elsewhere >= MOST_WAITING
        stands_still = self._slot.in_vain_at > max(self._slot.moved_at, self._since - STANDS_STILL_FOR)
        self._only_while_it_moves = is_full
        if _thread.waited_in_vain or (is_full and stands_still):
            self._most = 0.0
        elif _thread.only_reads:
            self._most = min(A_MOMENT, most)

    @property
    def left(self) -> float:
        """In seconds; nothing when it has ended. It may end later than this says, and never sooner."""
        until = self._since + self._most
        if self._slot and self._only_while_it_moves:
            until = min(until, max(self._since, self._slot.moved_at) + A_MOMENT)
        return max(0.0, until - monotonic())

    def was_rewarded(self) -> None:
        """Its turn came, so the line moves."""
        if self._slot:
            self._slot.moved_at = monotonic()


def waited_in_vain() -> None:
    """The rest of this request does not wait a second time."""
    _thread.waited_in_vain = True
    if _thread.slot:
        _thread.slot.in_vain_at = monotonic()
