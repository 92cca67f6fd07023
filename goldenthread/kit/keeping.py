"""What is kept about people, field by field: what for, and until when. Each room lists its own in `keeping.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Expiry:
    """A moment at which something is forgotten, and the function that then forgets it."""

    words: StrPromise
    carried_out_by: str


@dataclass(frozen=True)
class Kept:
    """Some fields of one model: why we know this about somebody, and for how long."""

    model: str
    fields: tuple[str, ...]
    purpose: StrPromise
    until: Expiry

    def names(self) -> Iterator[str]:
        return (f"{self.model}.{field}" for field in self.fields)
