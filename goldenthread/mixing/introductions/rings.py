"""Buckets of people who share an interest, one for each topic, and how each finds a few of the others in it.

In a bucket stand those who offer the topic, each at a place on a ring that only their own mark decides; whoever needs the
topic looks along the ring from their own place and sees the next few. So nobody compares everybody with everybody, all
are seen about equally often, and one person's change moves only what is beside them: consistent hashing (Karger et al.,
STOC 1997).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goldenthread.mixing.introductions.directory import MOST_WORDS, Bits, Directory, Words
from goldenthread.mixing.introductions.pairs import Rows

# How many of those who offer a topic each person who needs it looks at, in each bucket.
LOOK = 10
_PLACE = np.uint64(32)


@dataclass(frozen=True, slots=True, eq=False)
class Rings:
    """All buckets one after the other: `places` ascending, bucket in the upper and place in the lower 32 bits; `rows` who."""

    places: Bits
    rows: Rows


def offering(people: Directory) -> Rings:
    return _rings(people, people.offers)


def needing(people: Directory) -> Rings:
    return _rings(people, people.needs)


def _rings(people: Directory, topics: Words) -> Rings:
    rows, buckets = entries(people, topics, np.flatnonzero(people.is_open))
    places = places_of(people, rows, buckets)
    order = np.argsort(places, kind="stable")
    return Rings(places[order], rows[order])


def entries(people: Directory, topics: Words, who: Rows) -> tuple[Rows, Bits]:
    """Each person of `who` in each bucket where they belong: every interest of theirs with every topic of theirs."""
    interests, count = people.interests.count()[who], topics.count()[who]
    each = interests * count
    rows = np.repeat(np.arange(len(who)), each)
    turn = np.arange(len(rows)) - np.repeat(np.cumsum(each) - each, each)
    interest = people.interests.numbers[people.interests.starts[who][rows] + turn // np.maximum(count[rows], 1)]
    topic = topics.numbers[topics.starts[who][rows] + turn % np.maximum(count[rows], 1)]
    return who[rows], (interest << 16 | topic).astype(np.uint64)


def places_of(people: Directory, rows: Rows, buckets: Bits) -> Bits:
    interest, topic = buckets >> np.uint64(16), buckets & np.uint64(MOST_WORDS - 1)
    bucket = people.interest_marks[interest] ^ mixed(people.topic_marks[topic])
    return buckets << _PLACE | mixed(people.mark[rows] ^ mixed(bucket)) >> _PLACE


def look(rings: Rings, places: Bits, along: int) -> tuple[Rows, Rows]:
    """Who is seen from these places: (which of the places, the row seen), each at most `along` times."""
    bucket = places >> _PLACE
    begin = np.searchsorted(rings.places, bucket << _PLACE)
    size = np.searchsorted(rings.places, (bucket + np.uint64(1)) << _PLACE) - begin
    here = np.searchsorted(rings.places, places) - begin
    seen = [
        (looking, rings.rows[begin[looking] + (here[looking] + further) % size[looking]])
        for further in range(along)
        for looking in [np.flatnonzero(size > further)]
    ]
    return np.concatenate([looking for looking, _ in seen]), np.concatenate([rows for _, rows in seen])


def mixed(numbers: Bits) -> Bits:
    """Well-spread bits out of any numbers (the finaliser of SplitMix64: Steele, Lea & Flood, OOPSLA 2014)."""
    numbers = (numbers ^ numbers >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ numbers >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return numbers ^ numbers >> np.uint64(31)
