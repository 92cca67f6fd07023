"""What needs no design: a single round, and pairs."""

import numpy as np

from goldenthread.mixing.designs.repeats import Plan


def one_round(tables: int, size: int) -> Plan:
    """1 × tables × size. With more chairs at a table than tables, no second round is repeat-free: a table of it would
    bring two from one table together."""
    return np.arange(tables * size).reshape(1, tables, size)


def pairs(tables: int, size: int) -> Plan:
    """2 · tables - 1 rounds × tables × 2: everybody meets everybody (the circle method, as for league tables)."""
    turning = 2 * tables - 1
    rounds = np.arange(turning)[:, None]
    steps = np.arange(1, tables)
    facing = np.stack([(rounds + steps) % turning, (rounds - steps) % turning], axis=2)
    alone = np.stack([rounds, np.full_like(rounds, turning)], axis=2)
    return np.concatenate([alone, facing], axis=1).reshape(turning, tables, size)
