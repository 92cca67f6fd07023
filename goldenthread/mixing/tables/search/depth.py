"""How many chairs the search keeps for each table: as many as may sit there, but not thousands where there is no limit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.search.prices import NEVER
from goldenthread.mixing.tables.search.sitting import Sitting

# Shares of a person are counted in millionths: whole numbers add up alike on every machine.
WHOLE = 10**6


def depth(sitting: Sitting) -> int:
    most = sitting.most.sum(axis=0)
    usable = most > 0
    people = sitting.present
    bound = int(np.bincount(sitting.bound[sitting.bound >= 0], minlength=1).max())
    if not usable.any() or not people.any():
        return max(bound, 1)
    at_home = int(np.bincount(sitting.announced[sitting.announced >= 0], minlength=1).max())
    biggest = int(np.bincount(sitting.bond[people]).max())
    chairs = max(2 * _crowd(sitting, usable, people) + biggest, at_home, int(sitting.least.max()))
    needed = min(int(people.sum()) + len(most), int(most.sum()))
    while int(np.minimum(most, chairs).sum()) < needed:
        chairs *= 2
    return max(min(chairs, int(most.max())), bound, 1)


def _crowd(sitting: Sitting, usable: NDArray[np.bool_], people: NDArray[np.bool_]) -> int:
    """How many come to the fullest table when people spread evenly over the tables that meet their needs."""
    fits = ((sitting.stand < NEVER) & usable)[people]
    share = WHOLE // np.maximum(fits.sum(axis=1), 1)
    return -(-int((fits * share[:, None]).sum(axis=0).max()) // WHOLE)
