"""A request is worked on once all of it is here: whoever sends slowly keeps nobody else waiting.

The web server gives no time limit for bodies, so in front of a public house stands a proxy that has one (docs/running.md).
"""

from collections.abc import Callable, Iterable
from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore
from typing import Any

from goldenthread.kit.one_at_a_time import THREADS, Application, Environ

# Larger than any list that we read, with its form around it.
MOST_BYTES = 16_000_000
IN_MEMORY = 1_000_000
AT_ONCE = 64 * 1024
# So many threads may wait for bodies; the others stay for those who only read.
MOST_ARRIVING = THREADS // 2
SECONDS_FOR_A_PLACE = 0.2

TOO_LARGE = "413 Content Too Large", "This is more than can be sent at once: 16 MB."
CUT_SHORT = "400 Bad Request", "This did not arrive whole. Please send it again."
TOO_MANY = (
    "503 Service Unavailable",
    "Too much is arriving at once. Nothing was done. Please send it again in a moment.",
)


class WholeBody:
    """Stands in front of the application and reads what is sent."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.places = BoundedSemaphore(MOST_ARRIVING)

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        length = environ.get("CONTENT_LENGTH", "")
        if not length.isdecimal() or length == "0":
            return self.application(environ, start_response)
        if int(length) > MOST_BYTES:
            return _refuse(start_response, *TOO_LARGE)
        if not self.places.acquire(timeout=SECONDS_FOR_A_PLACE):
            return _refuse(start_response, *TOO_MANY)
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                is_whole = _read(environ["wsgi.input"], int(length), body)
            finally:
                self.places.release()
            if not is_whole:
                return _refuse(start_response, *CUT_SHORT)
            return self.application(environ | {"wsgi.input": body}, start_response)


def _read(stream: Any, length: int, body: Any) -> bool:
    """False if it ends too early: half a form must never look like a whole one."""
    left = length
    while left and (part := stream.read(min(left, AT_ONCE))):
        body.write(part)
        left -= len(part)
    body.seek(0)
    return not left


def _refuse(start_response: Callable[..., Any], status: str, words: str) -> Iterable[bytes]:
    body = f"{words}\n".encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", f"{len(body)}"),
        ("Connection", "close"),
    ]
    start_response(status, [*headers, ("Retry-After", "5"), ("Cache-Control", "no-store")])
    return [body]
