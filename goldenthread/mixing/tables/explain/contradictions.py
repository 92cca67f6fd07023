"""Wishes that contradict each other by themselves, found without counting: chains of together and of hosting.

People, sets that sit together and tables are the dots of one graph; whoever hosts a table hangs on it. Two people who are
kept apart must not hang together, and two tables never do. The shortest chain is a smallest conflict.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Set
from functools import partial

from goldenthread.mixing.tables.explain.wishes import Wish, WishedSitting

Dot = tuple[str, str]
Chains = Mapping[Dot, list[tuple[Dot, Wish]]]


def contradiction(sitting: WishedSitting) -> tuple[Wish, ...] | None:
    """A smallest set of wishes that contradict each other in every room whatever. For one round only."""
    chains = _chains(sitting)
    tables = {("table", table.id) for table in sitting.tables}
    hosted = dict.fromkeys(("table", wish.table) for wish in sitting.wishes if wish.kind == "hosts")
    by_tables = (_shortest(chains, table, tables - {table}) for table in hosted)
    open_ = sum(table.is_open(sitting.rounds[0]) for table in sitting.tables)
    if crowd := next((wish for wish in sitting.wishes if _are_too_many(wish, open_)), None):
        return (crowd,)
    return next(filter(None, by_tables), None) or next(filter(None, map(partial(_apart, chains), sitting.wishes)), None)


def _are_too_many(wish: Wish, tables: int) -> bool:
    """More people who sit apart than there are tables."""
    return wish.kind == "apart" and 0 < tables < len(wish.people)


def _apart(chains: Chains, wish: Wish) -> tuple[Wish, ...] | None:
    dots = {("person", person) for person in wish.people} if wish.kind == "apart" else set()
    found = [_shortest(chains, dot, dots - {dot}) for dot in sorted(dots)]
    shortest = min(filter(None, found), key=len, default=None)
    return (*shortest, wish) if shortest else None


def _chains(sitting: WishedSitting) -> Chains:
    chains: dict[Dot, list[tuple[Dot, Wish]]] = defaultdict(list)
    for number, wish in enumerate(sitting.wishes):
        if wish.kind not in {"hosts", "together"}:
            continue
        knot = ("table", wish.table) if wish.kind == "hosts" else ("set", str(number))
        for person in wish.people:
            chains["person", person].append((knot, wish))
            chains[knot].append((("person", person), wish))
    return chains


def _shortest(chains: Chains, start: Dot, ends: Set[Dot]) -> tuple[Wish, ...] | None:
    """The wishes along the shortest chain from `start` to an end."""
    came: dict[Dot, tuple[Dot, Wish] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        dot = waiting.popleft()
        if dot in ends:
            return _along(came, dot)
        for other, wish in chains.get(dot, ()):
            if other not in came:
                came[other] = (dot, wish)
                waiting.append(other)
    return None


def _along(came: Mapping[Dot, tuple[Dot, Wish] | None], dot: Dot) -> tuple[Wish, ...]:
    wishes: dict[Wish, None] = {}
    step = came[dot]
    while step:
        dot, wish = step
        wishes[wish] = None
        step = came[dot]
    return tuple(reversed(wishes))
