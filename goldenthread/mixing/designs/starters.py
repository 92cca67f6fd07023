"""Base rounds: one round, moved through a group, is all rounds."""

import numpy as np

from goldenthread.mixing.designs.repeats import Plan
from goldenthread.mixing.designs.stored import group_sums, kept


def starter_rounds(tables: int, size: int) -> int:
    """How many rounds the kept starter of this shape gives; 0 if none is kept."""
    entry = kept("starters").get(f"{tables}-{size}")
    if entry is None:
        return 0
    return int(np.prod(entry["group"])) * len(entry["base"]) + len(entry.get("still", []))


def from_starter(tables: int, size: int) -> Plan:
    """rounds × tables × size. People are orbits of the group one after the other, and then those whom it does not move.

    `base` rounds are moved by every element of the group; a `still` round is one table that is moved into all others.
    Source of the method: Anderson, Combinatorial Designs and Tournaments, 1997. Raises KeyError if none is kept.
    """
    entry = kept("starters")[f"{tables}-{size}"]
    return develop(np.array(entry["base"]), tuple(entry["group"]), tables, np.array(entry.get("still", [])))


def develop(base: Plan, group: tuple[int, ...], tables: int, still: Plan) -> Plan:
    """base: base rounds × people, table by table; still: rounds × size."""
    order, people = int(np.prod(group)), base.shape[1]
    moves = _moves(group, people)
    rounds = [moves[:, seats] for seats in base]
    rounds += [moves[:, seats].reshape(1, -1) for seats in still]
    return np.concatenate(rounds).reshape(order * len(base) + len(still), tables, -1)


def _moves(group: tuple[int, ...], people: int) -> Plan:
    """group elements × people: where each element moves each person."""
    sums = group_sums(group)
    order = len(sums)
    orbits = people // order
    moved = (sums[:, None, :] + order * np.arange(orbits)[:, None]).reshape(order, -1)
    still = np.broadcast_to(np.arange(orbits * order, people), (order, people - orbits * order))
    return np.concatenate([moved, still], axis=1)
