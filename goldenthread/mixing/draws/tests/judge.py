"""A judge that knows nothing of the draw: by the rules alone, and by a flow where one is enough."""

from collections import Counter
from itertools import combinations

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow


def faults(hours, wishers, got, most_each):
    """What is wrong with it, in words."""
    by_key = {hour.key: hour for hour in hours}
    taken: Counter[int] = Counter()
    wrong = []
    for wisher in wishers:
        mine = [by_key[key] for key in got[wisher.key]]
        taken.update({hour.key: wisher.chairs for hour in mine})
        wrong += ["unwished"] * (not {hour.session for hour in mine} <= set(wisher.wishes))
        wrong += ["too many"] * (len(mine) > most_each)
        wrong += ["twice"] * (len({hour.session for hour in mine}) < len(mine))
        wrong += ["at once"] * any(a.begins < b.ends and b.begins < a.ends for a, b in combinations(mine, 2))
    return wrong + ["overbooked" for key, chairs in taken.items() if chairs > by_key[key].chairs]


def most_with_something(hours, wishers):
    """How many could have one thing at least: who has something needs one chair, so a flow says it."""
    source, sink, first = 0, 1, 2
    hour_at = {hour.key: first + len(wishers) + n for n, hour in enumerate(hours)}
    edges = {(source, first + n): 1 for n in range(len(wishers))}
    edges |= {(hour_at[hour.key], sink): hour.chairs for hour in hours}
    edges |= {
        (first + n, hour_at[hour.key]): 1
        for n, wisher in enumerate(wishers)
        for hour in hours
        if hour.session in wisher.wishes
    }
    rows, columns = zip(*edges, strict=True)
    size = first + len(wishers) + len(hours)
    graph = csr_array((np.array(list(edges.values()), dtype=np.int32), (rows, columns)), shape=(size, size))
    return maximum_flow(graph, source, sink).flow_value
