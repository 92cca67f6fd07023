"""The front door: make a plan. NumPy and SciPy are loaded when the first plan is made, not before."""

from __future__ import annotations

from collections import Counter

from goldenthread.mixing.tables.instance.faults import faults
from goldenthread.mixing.tables.instance.values import Instance, Plan
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.progress import Listener, Start

# How long to search when nobody says.
SECONDS = 5.0


class CannotBeDone(Exception):
    """No plan that keeps every hard rule was found within the limits; `faults` counts what the best one breaks."""

    def __init__(self, broken: Counter[str]) -> None:
        self.faults = dict(broken)
        super().__init__(", ".join(f"{kind}: {count}" for kind, count in sorted(broken.items())))


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
    from goldenthread.mixing.tables.search.running import run

    if seconds is None and iterations is None:
        seconds = SECONDS
    plan = run(instance, Limits(seconds, iterations), seed, progress, start)
    if broken := faults(instance, plan, first=len(instance.past)):
        raise CannotBeDone(broken)
    return plan
