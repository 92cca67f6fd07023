"""The judge of every design: who sits twice, and who meets twice. It knows nothing of how a design was made."""

import numpy as np
from numpy.typing import NDArray

EMPTY = -1

Plan = NDArray[np.int64]
"""Rounds × tables × chairs: the number of the person who sits there, or EMPTY."""


class NotAPlan(ValueError):
    """Somebody sits twice in a round, or is missing from one."""


def repeated_meetings(plan: Plan) -> int:
    """How many meetings are not the first of their pair; 0 is a repeat-free plan.

    plan: rounds × tables × chairs, people from 0, EMPTY for a chair without anybody.
    Raises NotAPlan unless everybody who sits at all sits exactly once in every round.
    """
    rounds, _, size = plan.shape
    everybody = np.unique(plan[plan != EMPTY])
    for seats in plan.reshape(rounds, -1):
        if not np.array_equal(np.sort(seats[seats != EMPTY]), everybody):
            raise NotAPlan("in some round somebody sits twice or not at all")
    left, right = np.triu_indices(size, 1)
    ones, others = plan[:, :, left].ravel(), plan[:, :, right].ravel()
    both = (ones != EMPTY) & (others != EMPTY)
    pairs = np.minimum(ones, others)[both] * (plan.max(initial=0) + 1) + np.maximum(ones, others)[both]
    return int(len(pairs) - len(np.unique(pairs)))


def bound(people: int, size: int) -> int:
    """No repeat-free plan has more rounds: each takes size - 1 of the people - 1 whom one person can meet."""
    return (people - 1) // (size - 1)
