"""Keys of rows, as they come back from a form or an address: anything may stand there."""

from collections.abc import Iterable

# No database has a row with more: SQLite and PostgreSQL count up to nineteen digits.
MOST_DIGITS = 18


def as_id(text: str) -> int | None:
    """The key that this says, if it can be one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


def ids(texts: Iterable[str]) -> list[int]:
    """Those of them that can be keys."""
    return [key for text in texts if (key := as_id(text)) is not None]
