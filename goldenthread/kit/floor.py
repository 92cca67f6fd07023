"""Safe small numbers: nothing below five is shown, and nothing from which it could be worked out."""

from collections.abc import Mapping

FLOOR = 5


def shown(counts: Mapping[str, int]) -> dict[str, int]:
    """Those counts that may be shown, each rounded down to a five.

    Whoever knows the sum of all could subtract what is shown: so together, too, what is hidden is none or five at least.
    """
    rising = sorted((count, place) for place, count in enumerate(counts.values()) if count)
    hidden = [count for count, _ in rising if count < FLOOR]
    while hidden and (sum(hidden) < FLOOR or len(hidden) == 1) and len(hidden) < len(rising):
        hidden.append(rising[len(hidden)][0])
    safe = {place for _, place in rising[len(hidden) :]}
    return {name: count - count % FLOOR for place, (name, count) in enumerate(counts.items()) if place in safe}
