"""What it costs a whole table that a unit joins it: too many or too few, somebody of lived experience alone, a newcomer
with nobody who knows the practice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.search.prices import NEVER

Ints = NDArray[np.int64]


def table_cost(units: Ints, rest: Ints, limits: tuple[Ints, Ints], orphan: int, alone: int | None = None) -> Ints:
    """(U, T) costs, of units (k, 4, U) joining what is left (k, 4, T) of tables with their least and most (k, T)."""
    joined = units[:, :, :, None] + rest[:, :, None, :]
    size, lived, new, familiar = joined[:, 0], joined[:, 1], joined[:, 2], joined[:, 3]
    least, most = limits
    over = np.maximum(size - most[:, None, :], 0)
    under = np.maximum(least[:, None, :] - size, 0) * (size > 0)
    cost = (
        (over + under) * NEVER
        + (lived == 1) * (NEVER if alone is None else alone)
        + ((new > 0) & (familiar == 0)) * orphan
    )
    return np.asarray(cost.sum(axis=0))
