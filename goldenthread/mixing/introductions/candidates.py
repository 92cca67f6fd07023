"""Who could be introduced to whom: across sectors, not yet tied, sharing an interest, the one offering what the other needs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.introductions.directory import Bits, Directory, Words
from goldenthread.mixing.introductions.pairs import Pairs, Rows, key_of
from goldenthread.mixing.introductions.rings import LOOK, Rings, look, mixed, needing, offering

# Rows at a time, so that many people fit into a small machine; owners at least so many at a time, and in no more parts than these.
STRETCH, OWNERS, PARTS = 1 << 16, 1 << 14, 8
MOST_SHARED, MOST_HELP, HELP_WEIGHS = 3, 2, 2
BEST = MOST_SHARED + 2 * MOST_HELP * HELP_WEIGHS


def candidates(people: Directory, never: Rows, *, most: int = 20, along: int = LOOK) -> Pairs:
    """The pairs worth considering, ordered by their people; nobody is in more than `most` of them.

    `never` are keys (pairs.key_of) of pairs that know each other or must not be introduced, ascending. Each person keeps
    the `most` best whom their buckets show; a pair is a candidate if each of the two keeps the other. The score is
    coarse on purpose, from 3 to 11: a point for each shared interest up to three, two for each thing that the one offers
    and the other needs, up to two things each way. Ties are broken by the pair's own marks, never by the list's order.

    Memory: some 500 bytes a person and 60 for each pair seen.
    """
    return mutual(people, keeps(people, shown(people, never, along), most))


def shown(people: Directory, never: Rows, along: int) -> Rows:
    """The keys of all pairs whom the buckets show, ascending."""
    offers, needs = offering(people), needing(people)
    seen = once(np.concatenate([np.empty(0, np.int64), *_seen(people, offers, needs, along)]))
    return seen[~contained(seen, never)]


def mutual(people: Directory, kept: Rows) -> Pairs:
    """The pairs of whom each keeps the other. `kept` is as `keeps` answers it."""
    owner, other = np.divmod(kept, len(people))
    both = (owner < other) & contained(other * len(people) + owner, kept)
    one, other = owner[both], other[both]
    return Pairs(len(people), one, other, scores(people, one, other))


def _seen(people: Directory, offers: Rings, needs: Rings, along: int) -> Iterator[Rows]:
    for begin in range(0, len(needs.rows), STRETCH):
        stretch = slice(begin, begin + STRETCH)
        looking, seen = look(offers, needs.places[stretch], along)
        yield once(across(people, needs.rows[stretch][looking], seen))


def across(people: Directory, one: Rows, other: Rows) -> Rows:
    """The keys of those pairs who are of different sectors. Whoever has not named theirs is of none of the others'."""
    far = (one != other) & (people.sector[one] != people.sector[other])
    return key_of(one[far], other[far], len(people))


def once(keys: Rows) -> Rows:
    """Each of them once, ascending. NumPy's own `unique` takes four times as long for millions."""
    keys = np.sort(keys)
    return keys[np.diff(keys, prepend=-1) > 0]


def contained(keys: Rows, in_: Rows) -> NDArray[np.bool_]:
    """Which of `keys` are among the ascending `in_`."""
    if not len(in_):
        return np.zeros(len(keys), dtype=np.bool_)
    found: NDArray[np.bool_] = in_[np.minimum(np.searchsorted(in_, keys), len(in_) - 1)] == keys
    return found


def scores(people: Directory, one: Rows, other: Rows) -> Rows:
    found = np.empty(len(one), dtype=np.int64)
    for begin in range(0, len(one), STRETCH):
        stretch = slice(begin, begin + STRETCH)
        a, b = one[stretch], other[stretch]
        shared = _common(people.interests, a, people.interests, b)
        there, back = _common(people.offers, a, people.needs, b), _common(people.offers, b, people.needs, a)
        help_ = np.minimum(there, MOST_HELP) + np.minimum(back, MOST_HELP)
        found[stretch] = np.minimum(shared, MOST_SHARED) + HELP_WEIGHS * help_
    return found


def _common(mine: Words, one: Rows, theirs: Words, other: Rows) -> Rows:
    """How many words `one` of each pair has in `mine` that `other` has in `theirs`."""
    width = min(mine.bits.shape[1], theirs.bits.shape[1])
    common = np.zeros(len(one), dtype=np.int64)
    for at in range(width):
        common += np.bitwise_count(mine.bits[one, at] & theirs.bits[other, at])
    return common


def keeps(people: Directory, seen: Rows, most: int) -> Rows:
    """Whom each person keeps, as owner × people + other, ascending: the `most` best of the pairs seen, given by their keys."""
    one, other = np.divmod(seen, len(people))
    worth = _worth(people, one, other)
    kept = [np.empty(0, dtype=np.int64)]
    at_once = max(OWNERS, -(-len(people) // PARTS))
    for begin in range(0, len(people), at_once):
        mine, theirs = (np.flatnonzero((side >= begin) & (side < begin + at_once)) for side in (one, other))
        owner, whom = np.concatenate([one[mine], other[theirs]]), np.concatenate([other[mine], one[theirs]])
        best = _best(owner - begin, worth[np.concatenate([mine, theirs])], most)
        kept.append(np.sort(owner[best] * len(people) + whom[best]))
    return np.concatenate(kept)


def _worth(people: Directory, one: Rows, other: Rows) -> Bits:
    """A number below 2**40 for each pair, lower for the better one: the score, then the pair's marks."""
    marks = mixed(people.mark[one] ^ people.mark[other])
    return (BEST - scores(people, one, other)).astype(np.uint64) << np.uint64(36) | marks >> np.uint64(28)


def _best(owner: Rows, worth: Bits, most: int) -> Rows:
    """The positions of each owner's `most` best; owners are below 2**24."""
    order = np.argsort(owner.astype(np.uint64) << np.uint64(40) | worth, kind="stable")
    first = np.flatnonzero(np.diff(owner[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(first, np.diff(first, append=len(order)))
    return order[rank < most]
