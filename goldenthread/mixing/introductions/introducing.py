"""From wishes to introductions: candidates, matching, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from goldenthread.mixing.introductions.candidates import candidates, once
from goldenthread.mixing.introductions.directory import directory
from goldenthread.mixing.introductions.matching import match
from goldenthread.mixing.introductions.pairs import Pairs, Rows, key_of
from goldenthread.mixing.introductions.reasons import because, why_not
from goldenthread.mixing.introductions.values import Introduction, Introductions, Wishes


class Unanswerable(ValueError):
    """Wishes that cannot be read as they stand: the message says which."""


def introduce(wishes: Wishes) -> Introductions:
    """Who is introduced to whom. The order of the people decides nothing but the order within ties of the matching.

    Raises Unanswerable if an id comes twice or a pair names somebody who is not there, and TooManyWords.
    """
    rows = _rows(wishes)
    never = _keys([*wishes.known, *wishes.never], rows)
    pairs = candidates(directory(wishes.seekers), never, most=wishes.candidates)
    chosen = pairs.of(match(pairs, _limits(wishes), step=wishes.step))
    best_first = np.argsort(-chosen.score, kind="stable")
    return Introductions(tuple(_told(wishes, chosen.of(best_first))), tuple(_without(wishes, chosen)), len(pairs))


def _rows(wishes: Wishes) -> dict[str, int]:
    rows = {seeker.id: row for row, seeker in enumerate(wishes.seekers)}
    if len(rows) < len(wishes.seekers):
        raise Unanswerable("An id is there twice.")
    return rows


def _keys(pairs: Iterable[frozenset[str]], rows: Mapping[str, int]) -> Rows:
    try:
        ends = np.array([[rows[one] for one in pair] for pair in pairs], dtype=np.int64).reshape(-1, 2)
    except (KeyError, ValueError) as trouble:
        raise Unanswerable(f"A pair is not of two people who are there: {trouble}") from trouble
    return once(key_of(ends[:, 0], ends[:, 1], len(rows)))


def _limits(wishes: Wishes) -> Rows:
    return np.array(
        [0 if one.pauses else wishes.each if one.limit is None else one.limit for one in wishes.seekers], dtype=np.int64
    )


def _told(wishes: Wishes, chosen: Pairs) -> Iterable[Introduction]:
    for one, other, score in zip(chosen.one.tolist(), chosen.other.tolist(), chosen.score.tolist(), strict=True):
        first, second = wishes.seekers[one], wishes.seekers[other]
        yield Introduction(first.id, second.id, score, because(first, second))


def _without(wishes: Wishes, chosen: Pairs) -> Iterable[tuple[str, str]]:
    met = set(chosen.one.tolist()) | set(chosen.other.tolist())
    limits = _limits(wishes)
    return ((one.id, why_not(one)) for row, one in enumerate(wishes.seekers) if row not in met and limits[row])
