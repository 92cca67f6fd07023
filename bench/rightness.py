"""How long after a change somebody may still be shown the old page, over all processes of the house."""

import time
import urllib.request
from html import escape

from bench.changes import House

# Each connection may land at another worker, so so many answers in a row must be right.
IN_A_ROW = 24


def seconds_until_right(house: House, address: str) -> float:
    """From the commit to the last wrong answer."""
    shown = escape(house.change()).encode()
    committed = last_wrong = time.perf_counter()
    right = 0
    while right < IN_A_ROW:
        begun = time.perf_counter()
        with urllib.request.urlopen(address) as answer:
            is_right = shown in answer.read()
        right = right + 1 if is_right else 0
        last_wrong = last_wrong if is_right else begun
    return last_wrong - committed


def worst(house: House, address: str, times: int, pause: float) -> float:
    """The worst of many changes, this long apart."""
    found = []
    for _ in range(times):
        found.append(seconds_until_right(house, address))
        time.sleep(pause)
    return max(found)
