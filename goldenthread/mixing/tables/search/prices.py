"""Weights as whole numbers, with a price for what must never be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from goldenthread.mixing.tables.instance.values import KINDS, Weights

# More than any gain of one move, and small enough that hundreds of them fit into 32 bits.
NEVER = 1 << 20
# What nobody is to know of costs as much as some dozens of repeats, and far less than what must never be.
DEAR = 1 << 15
# The dearest weight becomes this much: fine enough for the logarithm in a tie, and far below NEVER.
DEAREST = 1280


@dataclass(frozen=True, slots=True)
class Prices:
    scale: float
    repeat: int
    tie: float
    orphan: int
    # That two people of one kind share a table, by the name of the kind.
    kinds: Mapping[str, int]
    churn: int

    @classmethod
    def of(cls, weights: Weights) -> Prices:
        kinds = {kind: weights.of_kind(kind) for kind in KINDS}
        dearest = max(weights.repeat, weights.tie, weights.orphan, weights.churn, *kinds.values())
        scale = DEAREST / dearest if dearest > 0 else 1.0
        return cls(
            scale=scale,
            repeat=round(weights.repeat * scale),
            tie=weights.tie * scale,
            orphan=round(weights.orphan * scale),
            kinds={kind: round(weight * scale) for kind, weight in kinds.items()},
            churn=round(weights.churn * scale),
        )

    def of_tie(self, count: int) -> int:
        return round(self.tie * (1 + log2(count))) if count > 0 else 0
