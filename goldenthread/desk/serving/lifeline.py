import os
import signal
import threading
import time

# Long enough to answer what is in flight and to finish a letter that is half sent.
GRACE = 20.0


class Lifeline:
    """A pipe whose one end only the parent holds: a child that reads the other end knows at once when its parent is gone.

    That holds even after kill -9, and on systems that have no other way to tell.
    """

    def __init__(self) -> None:
        self.child_end, self.parent_end = os.pipe()

    def hold(self) -> None:
        """Called once in each child, soon after the fork."""
        os.close(self.parent_end)
        threading.Thread(target=self._go_when_alone, name="lifeline", daemon=True).start()

    def _go_when_alone(self) -> None:
        os.read(self.child_end, 1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)
