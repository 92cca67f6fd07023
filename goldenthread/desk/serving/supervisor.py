import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import FrameType

from goldenthread.desk.serving.lifeline import GRACE, WORDS, Lifeline

logger = logging.getLogger(__name__)

# Children are forked from a process that has read all the code and made some pages, so that they share its memory. It must
# hold no connection to the database: SQLite forbids carrying one across a fork.
fork = multiprocessing.get_context("fork")

# A child that lives less than this is not restarted: something is wrong that a restart does not mend.
TOO_SOON = 5.0


class Supervisor:
    """Keeps its children alive, and takes them along when it goes."""

    def __init__(self, **roles: Callable[[], None]) -> None:
        self.roles = roles
        self.lifeline = Lifeline()
        self.children: dict[str, BaseProcess] = {}
        self.born: dict[str, float] = {}
        self.is_stopping = False

    def run(self) -> int:
        """Returns when every child has gone: 0 if we were asked to stop, 1 if one of them could not stay alive."""
        for word in WORDS:
            signal.signal(word, self.stop)
        for role in self.roles:
            self._start(role)
        failures = 0
        while not self.is_stopping:
            wait([child.sentinel for child in self.children.values()])
            failures += sum(not self._lives(role) for role in self.roles)
            if failures:
                self.stop()
        self._see_them_off()
        return min(failures, 1)

    def stop(self, signum: int | None = None, frame: FrameType | None = None) -> None:
        self.is_stopping = True
        for child in self.children.values():
            child.terminate()

    def _start(self, role: str) -> None:
        self.born[role] = time.monotonic()
        child = fork.Process(target=_live, args=(self.lifeline, self.roles[role]), name=role)
        child.start()
        self.children[role] = child

    def _lives(self, role: str) -> bool:
        """Whether this child lives, if need be because it was started again just now."""
        child = self.children[role]
        if self.is_stopping or child.is_alive():
            return True
        if time.monotonic() - self.born[role] < TOO_SOON:
            logger.error("The %s cannot stay alive (exit %s), so the site closes.", role, child.exitcode)
            return False
        logger.error("The %s went away (exit %s) and is started again.", role, child.exitcode)
        self._start(role)
        return True

    def _see_them_off(self) -> None:
        """Wait for everybody to finish what they do, and do not wait for ever."""
        self.stop()  # Again, for a child that was born meanwhile.
        until = time.monotonic() + GRACE
        for child in self.children.values():
            child.join(max(0.0, until - time.monotonic()))
            if child.is_alive():
                logger.error("The %s did not finish within %s seconds and was ended.", child.name, GRACE)
                child.kill()


def _live(lifeline: Lifeline, role: Callable[[], None]) -> None:
    # A session of its own: Ctrl-C at the terminal reaches the supervisor only, which then tells each child once.
    os.setsid()
    lifeline.hold()
    role()
