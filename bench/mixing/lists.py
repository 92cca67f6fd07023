"""What a facilitator's list costs before anything is mixed, by its length.

`.venv/bin/python -m bench.mixing.lists`; with `PYTHONPATH` at another checkout, what it costs there.
"""

from __future__ import annotations

import time

from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.sheet.columns import is_heading
from goldenthread.mixing.sheet.people import gathered
from goldenthread.mixing.sheet.room import Room
from goldenthread.mixing.tables.explain.impossible import at_a_glance

SIZES = (1_000, 2_000, 5_000)


def listed(people: int) -> bytes:
    """Every tenth keeps away from somebody, another tenth stays with somebody, and every eighth hosts."""
    lines = ["Name,Sector,Apart,Together,Lived,Host"]
    for n in range(people):
        apart = f"P{(n * 7 + 3) % people} Weir" if n % 10 == 0 else ""
        together = f"P{n - 1} Weir" if n % 10 == 1 else ""
        lines.append(f"P{n} Weir,s{n % 7},{apart},{together},{'yes' if n % 9 == 0 else ''},{'x' if n % 8 == 0 else ''}")
    return "\n".join(lines).encode()


def seconds(people: int) -> float:
    text, began = listed(people), time.process_time()
    at_a_glance(gathered("people.csv", read("people.csv", text, is_heading), Room(6, 8)).instance)
    return time.process_time() - began


def main() -> None:
    first = seconds(SIZES[0])
    for people in SIZES:
        took = seconds(people)
        print(f"{people:>6} people: {took:6.2f} s of the processor, {took / first:5.1f} times {SIZES[0]}")


if __name__ == "__main__":
    main()
