"""The front door: make a plan. NumPy and SciPy are loaded when the first plan is made, not before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from goldenthread.mixing.tables.faults import faults
from goldenthread.mixing.tables.instance import Instance, Plan

# How long to search when nobody says.
SECONDS = 5.0


class CannotBeDone(Exception):
    """No plan that keeps every hard rule was found within the limits; `faults` counts what the best one breaks."""

    def __init__(self, broken: Counter[str]) -> None:
        self.faults = dict(broken)
        super().__init__(", ".join(f"{kind}: {count}" for kind, count in sorted(broken.items())))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: seconds and exchanges so far, the share of the limit that is gone, and the best plan."""

    seconds: float
    iterations: int
    share: float
    plan: Plan
    # Whether even the best plan so far breaks a hard rule.
    is_broken: bool = False


# Called with the best so far, when there is a better one and now and then; a true answer means that this is enough.
Listener = Callable[[Progress], bool | None]
# A repeat-free design for so many tables of such a size in so many rounds: people's numbers [rounds, tables, size],
# -1 for an empty chair, or None where there is none.
Start = Callable[[int, int, int], Any]


def mix(
    instance: Instance,
    *,
    seconds: float | None = None,
    iterations: int | None = None,
    seed: int = 0,
    progress: Listener | None = None,
    start: Start | None = None,
) -> Plan:
    """Seat everybody in the rounds that are not yet held.

    Stops after `seconds` (of the clock; up to one more while a hard rule is broken) or `iterations` (exchanges), whichever
    is first; without either after five seconds. With `iterations` and a seed the plan is the same on every machine. Raises
    CannotBeDone rather than bend a hard rule; rounds already held are given back as they came, and are nobody's fault.
    """
    if seconds is None and iterations is None:
        seconds = SECONDS
    running = import_module("goldenthread.mixing.tables.running")
    plan: Plan = running.run(instance, running.Limits(seconds, iterations), seed, progress, start)
    if broken := faults(instance, plan, first=len(instance.past)):
        raise CannotBeDone(broken)
    return plan
