"""Safe small numbers: nothing below five is shown, and nothing from which it could be worked out."""

from collections.abc import Mapping

FLOOR = 5


def steady(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """The counts of before, each moved only where five at least have come or gone since: whoever watches a number from day
    to day learns nothing of one person, nor of four."""
    return {
        name: now.get(name, 0) if abs(now.get(name, 0) - before.get(name, 0)) >= FLOOR else before.get(name, 0)
        for name in dict.fromkeys([*before, *now])
    }


def shown(counts: Mapping[str, int]) -> dict[str, int]:
    """Those counts that may be shown, each rounded down to a five.

    Whoever knows the sum of all could subtract what is shown: so together, too, what is hidden is none or five at least.
    """
    rising = sorted((count, place) for place, count in enumerate(counts.values()) if count)
    hidden = [count for count, _ in rising if count < FLOOR]
    while hidden and sum(hidden) < FLOOR and len(hidden) < len(rising):
        hidden.append(rising[len(hidden)][0])
    safe = {place for _, place in rising[len(hidden) :]}
    return {name: count - count % FLOOR for place, (name, count) in enumerate(counts.items()) if place in safe}
