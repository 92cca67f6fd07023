import logging
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from time import monotonic

from django.db import close_old_connections, connections
from django.utils import timezone

from goldenthread.kit import database_version
from goldenthread.kit.models import Heartbeat

logger = logging.getLogger(__name__)

# Seconds between two looks at whether anything was committed.
PAUSE = 1.0
# Some things fall due by themselves, without anybody committing anything.
AT_LEAST_EVERY = 60.0
# Seldom, because every commit makes all processes look at their pages afresh. Health waits three times as long.
HEARTBEAT_EVERY = 20.0
UNWELL_AFTER = timedelta(seconds=60)
LONG_AGO = float("-inf")


@dataclass(frozen=True)
class Duty:
    """A chore, the clock that it goes by, and how often at most (in seconds) it is worth doing."""

    chore: Callable[[datetime], object]
    clock: Callable[[], datetime]
    at_most_every: float = 0.0
    # Takes seconds, and is done aside, so that no e-mail waits for it.
    is_long: bool = False


class Worker:
    """Does its duties whenever something was committed, and at least every minute."""

    def __init__(self, duties: Sequence[Duty]) -> None:
        self.duties = duties
        self.done_at = dict.fromkeys(duties, LONG_AGO)
        self.stopping = Event()
        self.aside: dict[Duty, Thread] = {}
        self.seen = ""
        self.worked_at = self.beat_at = LONG_AGO

    def work_until_told_to_stop(self) -> None:
        for word in (signal.SIGINT, signal.SIGTERM):
            signal.signal(word, lambda *_: self.stopping.set())
        while not self.stopping.is_set():
            close_old_connections()
            self.look()
            self.stopping.wait(PAUSE)

    def look(self) -> None:
        try:
            # Taken before the work: what is committed meanwhile is seen at the next look.
            seen = database_version.current()
            if seen != self.seen or monotonic() - self.worked_at >= AT_LEAST_EVERY:
                self.seen, self.worked_at = seen, monotonic()
                self.work(self._begin)
            if monotonic() - self.beat_at >= HEARTBEAT_EVERY:
                beat()
                self.beat_at = monotonic()
        except Exception:
            logger.exception("The worker could not look, and tries again.")

    def work_once(self) -> int:
        """Everything that is due, one after the other. Returns how many failed."""
        return self.work(done)

    def work(self, what_is_long: Callable[[Duty], bool]) -> int:
        """One that fails is told of and stops none of the others."""
        return sum(
            not (what_is_long if duty.is_long else done)(duty)
            for duty in self.duties
            if not self.stopping.is_set() and self._is_time(duty)
        )

    def _is_time(self, duty: Duty) -> bool:
        is_time = monotonic() - self.done_at[duty] >= duty.at_most_every
        if is_time:
            self.done_at[duty] = monotonic()
        return is_time

    def _begin(self, duty: Duty) -> bool:
        """In a thread that ends with the worker: what it had claimed is taken up again by the next."""
        before = self.aside.get(duty)
        if before and before.is_alive():
            # It may be past the moment at which it would have seen what is new, so we look again soon.
            self.seen = ""
        else:
            self.aside[duty] = Thread(target=_done_aside, args=[duty], daemon=True)
            self.aside[duty].start()
        return True


def done(duty: Duty) -> bool:
    try:
        duty.chore(duty.clock())
    except Exception:
        logger.exception("A chore failed and will be tried again: %s", duty.chore.__qualname__)
        return False
    return True


def _done_aside(duty: Duty) -> None:
    try:
        done(duty)
    finally:
        connections.close_all()


def beat() -> None:
    Heartbeat.objects.update_or_create(name="work", defaults={"at": timezone.now()})


def is_well() -> bool:
    return Heartbeat.objects.filter(at__gt=timezone.now() - UNWELL_AFTER).exists()
