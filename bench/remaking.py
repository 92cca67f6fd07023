"""python -m bench.remaking: 500 people sit at their tables, 25 go home, and one press makes the rounds to come anew; five times.

The clock runs from the press until the page after it says that the tables are announced, through the web of a house that was
opened a moment ago: the first press loads the mixer. Goal: under 3 s. After each, the tables are looked at in the database.
"""

import json
import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.day import FURNISH, PHONES, PORT, inside
from bench.fire import TOKEN, Browser, House
from bench.machine import machine

TIMES, LEAVE, AT_ONCE = 5, 25, 50
DAY, TABLES = "/gatherings/launch/day/", "/gatherings/launch/tables/"
ROUND = re.compile(r'<option value="(\d+)"')
LOOK = """
import json
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
mix = told_to(Gathering.objects.get(slug="launch"))
last = mix.seats.order_by("-round__number").first().round
print(json.dumps([mix.number, mix.seats.filter(round=last).count()]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        house = House(Path(place) / "house", PORT, workers=2)
        with house.is_open():
            told = json.loads(inside(house, FURNISH))
            host = Browser(PORT)
            host.cookies["sessionid"] = told["session"]
            keys = [pk for pk, _key in told["bookings"]]
            say(host, keys, "here")
            seen = [remade(house, host, keys[number * LEAVE :][:LEAVE]) for number in range(TIMES)]
    waits = [seconds for seconds, _, _ in seen]
    lines = {
        **machine(),
        "People": f"{PHONES}, of whom {LEAVE} more leave each time",
        "Versions announced, and seats in the last round": ", ".join(f"{number}: {seats}" for _, number, seats in seen),
        "Seconds from press to announced": ", ".join(f"{seconds:.2f}" for seconds in waits),
        "Half within": f"{median(waits):.2f} s; the slowest {max(waits):.2f} s (goal: 3 s)",
    }
    sys.stdout.write("\n".join(f"- {name}: {words}" for name, words in lines.items()) + "\n")


def say(host: Browser, bookings: list[str], standing: str) -> None:
    """As the hosts' list says it, when it hears of the network again."""
    host.look(f"{DAY}arrivals/")
    for first in range(0, len(bookings), AT_ONCE):
        presses = [
            {"once": f"bench-{standing}-{booking:>08}", "booking": booking, "standing": standing, "ago": 0}
            for booking in bookings[first : first + AT_ONCE]
        ]
        answer = host.tell(f"{DAY}arrivals/presses/", {"presses": presses})
        if answer.status != 200:
            sys.exit(f"{answer.status}: {answer.text}")  # type: ignore[attr-defined]


def remade(house: House, host: Browser, leaving: list[str]) -> tuple[float, int, int]:
    """Seconds, and what then stands in the database: which version is announced, and how many sit in its last round."""
    say(host, leaving, "left")
    page: str = host.ask(f"{TABLES}remaking/").text  # type: ignore[attr-defined]
    host.token, first = TOKEN.findall(page)[0], ROUND.findall(page)[0]
    begun = time.perf_counter()
    answer = host.ask(f"{TABLES}remaking/", {"from_round": first})
    shown: str = host.ask(answer.headers["Location"]).text  # type: ignore[attr-defined]
    seconds = time.perf_counter() - begun
    number, seats = json.loads(inside(house, LOOK))
    if f"/{number}/" not in answer.headers["Location"] or "nnounced" not in shown:
        sys.exit("The version that was made is not the one that is announced.")
    return seconds, number, seats


if __name__ == "__main__":
    main()
