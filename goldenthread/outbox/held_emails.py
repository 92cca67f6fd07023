"""E-mails that a keeper looks at first, because they may have gone before."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Why an e-mail is held that was owed when the house was brought back from a backup: the page of held e-mails knows this word.
RESTORED = "restored"

_because: ContextVar[str] = ContextVar("because", default="")


@contextmanager
def holding(because: str) -> Iterator[None]:
    """Whatever is written until this is over waits for a keeper."""
    token = _because.set(because)
    try:
        yield
    finally:
        _because.reset(token)


def held_because() -> str:
    """Why e-mails are held at the moment; empty when they are not."""
    return _because.get()
