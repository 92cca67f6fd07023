"""One line for all who write to a SQLite file on this machine: first come, first served.

SQLite has no line of its own. Who finds another writer sleeps and tries again, so that whoever comes by at the right moment
overtakes them, again and again. The kernel's file locks do have one, and let go by themselves when a process is killed.
This makes waiting fair, and no more: what keeps two writers apart is still SQLite. See
docs/decisions/0007-writers-stand-in-line.md.
"""

import fcntl
import os
import weakref
from pathlib import Path
from threading import Event, Lock, Thread
from typing import NamedTuple

from django.db import OperationalError

from goldenthread.kit.one_at_a_time import Patience, waiting


class Busy(OperationalError):
    """Somebody else writes, and takes longer than we wait: the number is SQLite's own for it."""

    sqlite_errorcode = 5


LOCKED = "database is locked: another writer took longer than we wait"


class QueueLocks(NamedTuple):
    """Two locks, so that nobody who has just been in goes in again before who waits: who is next holds the outer one."""

    outer: int
    inner: int

    def open_by_themselves(self) -> bool:
        """Whether nobody is in and nobody waits."""
        try:
            fcntl.flock(self.outer, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(self.inner, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        fcntl.flock(self.outer, fcntl.LOCK_UN)
        return True

    def wait(self) -> None:
        fcntl.flock(self.outer, fcntl.LOCK_EX)
        fcntl.flock(self.inner, fcntl.LOCK_EX)
        fcntl.flock(self.outer, fcntl.LOCK_UN)

    def leave(self) -> None:
        fcntl.flock(self.inner, fcntl.LOCK_UN)

    def close(self) -> None:
        os.close(self.outer)
        os.close(self.inner)


class QueuePlace:
    """The place of one connection in that line."""

    def __init__(self, database: Path) -> None:
        self.files = [database.with_name(f"{database.name}-{door}") for door in QueueLocks._fields]
        self.is_mine = False
        self._doors: QueueLocks | None = None
        _all.add(self)

    def take(self, patience: Patience) -> None:
        """Wait for my turn, and give up when patience ends."""
        if self.is_mine:
            return
        self._doors = self._doors or QueueLocks(*map(_opened, self.files))
        if not self._doors.open_by_themselves():
            self._wait(self._doors, patience)
        self.is_mine = True

    def pass_on(self) -> None:
        if self.is_mine and self._doors:
            self._doors.leave()
        self.is_mine = False

    def close(self) -> None:
        """Leave the line. In a child after a fork it closes copies only, and takes nothing from its parent."""
        doors, self._doors, self.is_mine = self._doors, None, False
        if doors:
            doors.close()

    def _wait(self, doors: QueueLocks, patience: Patience) -> None:
        with waiting():
            came_first = StandIn(doors).comes_first_within(patience)
        if not came_first:
            # It closes them when it comes first at last.
            self._doors = None
            raise Busy(LOCKED)


class StandIn:
    """Stands in line for a thread that has no more than some patience: the kernel's own wait knows no end."""

    def __init__(self, doors: QueueLocks) -> None:
        self._doors = doors
        self._came_first, self._settled = Event(), Lock()
        self._is_wanted = True
        Thread(target=self._stand, daemon=True, name="stands in line to write").start()

    def comes_first_within(self, patience: Patience) -> bool:
        while left := patience.left:
            if self._came_first.wait(left):
                return True
        with self._settled:
            self._is_wanted = self._came_first.is_set()
        return self._is_wanted

    def _stand(self) -> None:
        self._doors.wait()
        with self._settled:
            if self._is_wanted:
                self._came_first.set()
            else:
                self._doors.close()


def _opened(file: Path) -> int:
    return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


_all: "weakref.WeakSet[QueuePlace]" = weakref.WeakSet()


def _in_child() -> None:
    """A copy of the handles would keep the parent's turn, and even its place in line, when the parent is gone."""
    for turn in list(_all):
        turn.close()


os.register_at_fork(after_in_child=_in_child)
