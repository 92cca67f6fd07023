"""What others do: first come, first served, and a lottery in rounds, in which each whose turn it is takes the dearest that is free."""

from collections import Counter
from random import Random

from goldenthread.mixing.draws import Hour, overlap


def in_turns(hours, wishers, rounds):
    """Each round has its order of people; in it, each takes one more."""
    left = Counter({hour.key: hour.chairs for hour in hours})
    got: dict[int, list[Hour]] = {wisher.key: [] for wisher in wishers}
    for order in rounds:
        for wisher in order:
            _take(hours, left, wisher, got[wisher.key])
    return {key: tuple(sorted(hour.key for hour in mine)) for key, mine in got.items()}


def lottery(hours, wishers, seed, rounds=2):
    lots = Random(seed)  # noqa: S311 - a crowd that is the same each time
    return in_turns(hours, wishers, [lots.sample(wishers, len(wishers)) for _ in range(rounds)])


def first_come(hours, wishers, seed, most_each=2):
    """Who comes first takes all that they may have."""
    order = Random(seed).sample(wishers, len(wishers))  # noqa: S311 - a crowd that is the same each time
    return in_turns(hours, wishers, [[wisher for wisher in order for _ in range(most_each)]])


def _take(hours, left, wisher, mine):
    taken = {hour.session for hour in mine}
    for session in wisher.wishes:
        for hour in hours:
            is_free = not any(overlap((hour.begins, hour.ends), (other.begins, other.ends)) for other in mine)
            if hour.session == session and session not in taken and is_free and left[hour.key] >= wisher.chairs:
                left[hour.key] -= wisher.chairs
                mine.append(hour)
                return
