"""A gathering as arrays of whole numbers.

All costs are integers, so that sums do not depend on their order and one seed gives one plan on every machine. Index n,
one past the last person, is nobody: an empty chair that costs nothing and knows nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import Instance
from goldenthread.mixing.tables.search.pair_costs import pair_costs
from goldenthread.mixing.tables.search.prices import DEAR, Prices
from goldenthread.mixing.tables.search.sitting import Sitting, sittings_of

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the search knows. `pairs` is (n + 1, n + 1): what it costs that two people sit together once more."""

    instance: Instance
    prices: Prices
    pairs: NDArray[np.int32]
    sittings: tuple[Sitting, ...]

    @property
    def alone(self) -> int | None:
        """What it costs that somebody is the only one with lived experience at a table. None: it must never be."""
        return None if self.instance.leanings is None else DEAR

    @property
    def nobody(self) -> int:
        return len(self.instance.people)


def lay_out(instance: Instance) -> Layout:
    prices = Prices.of(instance.weights)
    seat = {guest.id: number for number, guest in enumerate(instance.people)}
    return Layout(
        instance=instance,
        prices=prices,
        pairs=pair_costs(instance, prices, seat),
        sittings=sittings_of(instance, prices, seat),
    )
