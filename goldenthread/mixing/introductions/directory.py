"""The people as columns: numbers for words, bits for sets. Rows are the people, in the order in which they were given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.introductions.pairs import Rows
from goldenthread.mixing.introductions.values import Seeker

Bits = NDArray[np.uint64]
# A bucket's number is interest and topic side by side in 32 bits, which leaves 32 for the place on its ring.
MOST_WORDS = 1 << 16


class TooManyWords(ValueError):
    """There are more different words than the buckets have numbers for."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """For each row some words, as numbers: row r has `numbers[starts[r]:starts[r + 1]]`; `bits` is the same as sets."""

    starts: Rows
    numbers: Rows
    bits: Bits

    def count(self) -> Rows:
        return np.diff(self.starts)

    def of(self, row: int) -> Rows:
        return self.numbers[self.starts[row] : self.starts[row + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Everybody who may be introduced. `sector` is a number of at least 0, or -1 - row for somebody who has not said."""

    sector: Rows
    # A number that is the person's own wherever they stand in the list: ties and places on a ring depend on it alone.
    mark: Bits
    interests: Words
    offers: Words
    needs: Words
    is_open: NDArray[np.bool_]
    # The words' own marks, by their numbers: which number a word got depends on the list, and must decide nothing.
    interest_marks: Bits
    topic_marks: Bits

    def __len__(self) -> int:
        return len(self.sector)


def directory(seekers: Sequence[Seeker]) -> Directory:
    """Raises TooManyWords beyond 65,536 different interests, or offers and needs."""
    # The numbers of words, in the order in which they came.
    sectors: dict[str, int] = {}
    known: dict[str, int] = {}
    topics: dict[str, int] = {}
    said = [sectors.setdefault(one.sector, len(sectors)) if one.sector else -1 - row for row, one in enumerate(seekers)]
    interests = _numbered((one.interests for one in seekers), known)
    offers = _numbered((one.offers for one in seekers), topics)
    needs = _numbered((one.needs for one in seekers), topics)
    return Directory(
        sector=np.array(said, dtype=np.int64),
        mark=np.array([_mark(one.id) for one in seekers], dtype=np.uint64),
        interests=words(*interests),
        offers=words(*offers),
        needs=words(*needs),
        is_open=np.array([not one.pauses and one.limit != 0 for one in seekers], dtype=np.bool_),
        interest_marks=np.array([_mark(word) for word in known], dtype=np.uint64),
        topic_marks=np.array([_mark(word) for word in topics], dtype=np.uint64),
    )


def words(counts: Rows, numbers: Rows) -> Words:
    """The words of each row, from how many each has and all of them in turn."""
    if numbers.size and numbers.max() >= MOST_WORDS:
        raise TooManyWords(f"There are more than {MOST_WORDS} different words.")
    rows = np.repeat(np.arange(len(counts)), counts)
    bits = np.zeros((len(counts), int(numbers.max(initial=0)) // 64 + 1), dtype=np.uint64)
    np.bitwise_or.at(bits, (rows, numbers >> 6), np.uint64(1) << (numbers & 63).astype(np.uint64))
    return Words(np.concatenate([[0], np.cumsum(counts)]), numbers, bits)


def _numbered(sets: Iterable[frozenset[str]], numbers: dict[str, int]) -> tuple[Rows, Rows]:
    counts: list[int] = []
    found: list[int] = []
    for said in sets:
        counts.append(len(said))
        found.extend([numbers.setdefault(word, len(numbers)) for word in sorted(said)])
    return np.array(counts, dtype=np.int64), np.array(found, dtype=np.int64)


def _mark(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
