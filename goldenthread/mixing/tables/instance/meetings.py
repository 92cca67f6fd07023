"""Who meets whom in a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from goldenthread.mixing.tables.instance.values import Instance, Plan, Round

Pair = frozenset[str]


@dataclass(frozen=True)
class Meetings:
    """How often each pair meets, and which pairs always do because they asked to."""

    times: Counter[Pair]
    couples: frozenset[Pair]

    @classmethod
    def of(cls, instance: Instance, plan: Plan) -> Meetings:
        couples = (frozenset(pair) for one in instance.together for pair in combinations(one, 2))
        return cls(Counter(pair for round_ in plan.rounds for pair in pairs(round_)), frozenset(couples))

    def stay(self, one: str, other: str) -> bool:
        return frozenset((one, other)) in self.couples

    def of_ties(self, instance: Instance) -> int:
        """How often people meet who knew each other before."""
        ties = {frozenset((tie.one, tie.other)) for tie in instance.ties} - self.couples
        return sum(self.times[tie] for tie in ties)


def met_before(plan: Plan, round_: int) -> set[Pair]:
    return {pair for earlier in plan.rounds[:round_] for pair in pairs(earlier)}


def pairs(round_: Round) -> Iterator[Pair]:
    return (frozenset(pair) for people in round_ for pair in combinations(people, 2))
