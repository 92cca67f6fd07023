"""A smallest set of wishes that do not go together, out of more: what can be left out, is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from goldenthread.mixing.tables.explain.wishes import KINDS, Wish, WishedSitting

# Whether these wishes are proved to be impossible.
Impossible = Callable[[Sequence[Wish]], bool]


def blocks_of(sitting: WishedSitting, wishes: Sequence[Wish]) -> list[list[Wish]]:
    """Wishes of people who could take each other's place lie in one block; every other wish is a block of its own."""
    shared = Counter(person for wish in wishes for person in set(wish.people))
    hosted = Counter(wish.table for wish in wishes if wish.kind == "hosts")
    there = {guest.id: guest for guest in sitting.people}
    places = {table.id: replace(table, id="") for table in sitting.tables}
    blocks: dict[object, list[Wish]] = defaultdict(list)
    for number, wish in enumerate(wishes):
        alone = len(wish.people) == 1 and shared[wish.people[0]] == 1 and hosted[wish.table] <= 1
        guest = there[wish.people[0]] if alone else None
        when = guest and tuple(map(guest.is_there, sitting.rounds))
        look: object = guest and (wish.kind, wish.needs, guest.lived, when, places.get(wish.table))
        blocks[look or number].append(wish)
    return list(blocks.values())


def reduced(blocks: list[list[Wish]], impossible: Impossible) -> Iterator[Wish]:
    """Whole kinds are left out first, then blocks, then as many of each block as can be. In time it is minimal."""
    for kind in reversed(KINDS):
        without = [block for block in blocks if block[0].kind != kind]
        blocks = without if len(without) < len(blocks) and impossible(_flat(without)) else blocks
    needed: list[list[Wish]] = []
    while blocks and not impossible(_flat(needed)):
        last = _first(len(blocks), partial(_with_the_first, impossible, needed, blocks))
        needed, blocks = [blocks[last - 1], *needed], blocks[: last - 1]
    for at in range(len(needed)):
        fewest = _first(len(needed[at]), partial(_with_fewer, impossible, needed, at))
        needed[at] = needed[at][:fewest]
    yield from _flat(needed)


def _with_the_first(impossible: Impossible, needed: list[list[Wish]], blocks: list[list[Wish]], number: int) -> bool:
    """The shortest beginning of the blocks with which it is impossible ends with one that is needed."""
    return impossible(_flat([*needed, *blocks[:number]]))


def _with_fewer(impossible: Impossible, blocks: list[list[Wish]], at: int, number: int) -> bool:
    return impossible(_flat([*blocks[:at], blocks[at][:number], *blocks[at + 1 :]]))


def _first(most: int, holds: Callable[[int], bool]) -> int:
    """The smallest number for which it holds, when it holds for all larger ones and surely for `most`."""
    return bisect_left(range(most), 1, key=lambda number: int(holds(number)))


def _flat(blocks: Sequence[Sequence[Wish]]) -> list[Wish]:
    return [wish for block in blocks for wish in block]
