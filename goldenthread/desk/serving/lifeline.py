import os
import signal
import threading
import time

# How one asks us to stop: Ctrl-C, and what systems send before they shut down.
WORDS = (signal.SIGINT, signal.SIGTERM)

# Long enough to answer what is in flight and to finish an e-mail that is half sent.
GRACE = 20.0


class Lifeline:
    """A pipe whose one end only the parent holds: a child that reads the other end knows at once when its parent is gone.

    That holds even after kill -9, and on systems that have no other way to tell.
    """

    def __init__(self) -> None:
        self.child_end, self.parent_end = os.pipe()
        # A child that is told to stop while it is being born would still listen with its parent's ears, and stay.
        # So the word waits until the child holds its lifeline.
        os.register_at_fork(before=_hold_back_the_word, after_in_parent=_let_the_word_through)

    def hold(self) -> None:
        """Called once in each child, soon after the fork. From here on it can be told to stop."""
        for word in WORDS:
            signal.signal(word, signal.SIG_DFL)
        _let_the_word_through()
        os.close(self.parent_end)
        threading.Thread(target=self._go_when_alone, name="lifeline", daemon=True).start()

    def _go_when_alone(self) -> None:
        os.read(self.child_end, 1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)


def _hold_back_the_word() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, WORDS)


def _let_the_word_through() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, WORDS)
