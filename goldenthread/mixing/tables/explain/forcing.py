"""What it would cost to force what could not be met: the same gathering mixed again, with that one thing above all else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from goldenthread.mixing.tables.explain.explaining import Explanation, Unmet
from goldenthread.mixing.tables.instance.values import KINDS, Instance, Tally

# Everything else together weighs less than this.
ABOVE_ALL = 1000

WEIGHTS = {"repeats": "repeat", "ties": "tie", "orphans": "orphan"} | {f"{kind}s": kind for kind in KINDS}

Mixed = Callable[[Instance], Tally]


def priced(explanation: Explanation, instance: Instance, tally: Tally, mixed: Mixed) -> Explanation:
    """The explanation, with a price beside each thing unmet. `mixed` mixes an instance and counts, for as long as it may."""
    unmet = tuple(_priced(one, instance, tally, mixed) for one in explanation.unmet)
    return replace(explanation, unmet=unmet)


def _priced(one: Unmet, instance: Instance, tally: Tally, mixed: Mixed) -> Unmet:
    weight = WEIGHTS.get(one.what)
    if weight is None:
        return one
    if one.often == one.least:
        return replace(one, to_force_it="Nothing would change that.")
    weights = replace(instance.weights, **{weight: ABOVE_ALL * max(1.0, getattr(instance.weights, weight))})
    forced = mixed(replace(instance, weights=weights))
    fewer = _amounts(forced)[one.what]
    if forced.hard or fewer >= _amounts(tally)[one.what]:
        return replace(one, to_force_it="We found no plan with fewer.")
    return replace(one, to_force_it=f"{_instead(one.what, fewer)} {_price(tally, forced, one.what)}")


def _instead(what: str, fewer: float) -> str:
    return "It can be avoided altogether," if fewer == 0 else f"It can be brought down to {fewer:g},"


def _price(tally: Tally, forced: Tally, what: str) -> str:
    words = {
        "repeats": "repeats",
        "ties": "weight of meetings among acquaintances",
        "orphans": "newcomers’ tables alone",
    } | {f"{kind}s": f"pairs of one {kind}" for kind in KINDS}
    before, after = _amounts(tally), _amounts(forced)
    dearer = [
        f"{after[name] - before[name]:g} more {words[name]}"
        for name in words
        if after[name] > before[name] and name != what
    ]
    return f"at the price of {' and '.join(dearer)}." if dearer else "at no price that we know of: mix for longer."


def _amounts(tally: Tally) -> dict[str, float]:
    uneven = {f"{kind}s": tally.spread[kind].above for kind in KINDS}
    return {"repeats": tally.repeats, "ties": round(tally.tie_cost, 1), "orphans": tally.orphans} | uneven
