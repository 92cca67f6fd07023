"""A list four times as long costs about four times as much, counted in calls, before anything is mixed."""

import sys

from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.sheet.columns import is_heading
from goldenthread.mixing.sheet.people import gathered
from goldenthread.mixing.sheet.room import Room
from goldenthread.mixing.tables.explain.impossible import at_a_glance


def test_the_cost_of_a_list_grows_with_its_length():
    assert calls(800) < 6 * calls(200)


def calls(people: int) -> int:
    count = 0

    def counted(*_event):
        nonlocal count
        count += 1

    text = listed(people)
    sys.setprofile(counted)
    try:
        at_a_glance(gathered("people.csv", read("people.csv", text, is_heading), Room(2, 8)).instance)
    finally:
        sys.setprofile(None)
    return count


def listed(people: int) -> bytes:
    """Every tenth keeps away from somebody, another tenth stays with somebody, and every eighth hosts."""
    lines = ["Name,Sector,Apart,Together,Lived,Host"]
    for n in range(people):
        apart = f"P{(n * 7 + 3) % people} Weir" if n % 10 == 0 else ""
        together = f"P{n - 1} Weir" if n % 10 == 1 else ""
        lines.append(f"P{n} Weir,s{n % 7},{apart},{together},{'yes' if n % 9 == 0 else ''},{'x' if n % 8 == 0 else ''}")
    return "\n".join(lines).encode()
