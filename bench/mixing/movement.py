"""An invented movement: sectors, interests and topics as uneven as they are among people. Nobody in it exists."""

import numpy as np

from goldenthread.mixing.introductions.directory import Directory, words
from goldenthread.mixing.introductions.pairs import Rows
from goldenthread.mixing.introductions.rings import mixed

SECTORS, INTERESTS, TOPICS = 8, 60, 80


def movement(people: int, seed: int) -> Directory:
    """1-3 interests, 0-3 offers and 0-2 needs each, the popular ones several times as frequent as the rare."""
    dice = np.random.default_rng(seed)
    return Directory(
        sector=dice.integers(0, SECTORS, people),
        mark=mixed(np.arange(people, dtype=np.uint64) + np.uint64(seed << 32)),
        interests=words(*_words(dice, dice.integers(1, 4, people), INTERESTS)),
        offers=words(*_words(dice, dice.integers(0, 4, people), TOPICS)),
        needs=words(*_words(dice, dice.integers(0, 3, people), TOPICS)),
        is_open=dice.random(people) > 0.03,
        interest_marks=mixed(np.arange(INTERESTS, dtype=np.uint64)),
        topic_marks=mixed(np.arange(TOPICS, dtype=np.uint64)),
    )


def _words(dice: np.random.Generator, counts: Rows, different: int) -> tuple[Rows, Rows]:
    """Different words for each row: a draw that repeats is dropped."""
    rows = np.repeat(np.arange(len(counts)), counts)
    drawn = (different * dice.random(len(rows)) ** 1.7).astype(np.int64)
    keys = np.unique(rows * different + drawn)
    return np.bincount(keys // different, minlength=len(counts)), keys % different
