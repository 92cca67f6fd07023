"""python -m bench.booking_peers: a place by form with us, with pretix and with Indico, in one interleaved run. See script/bench.

Every booking is somebody new, without a cookie or a connection. One and eight of them at a time, in turn: A B C D A B C D ...
Afterwards each database is asked how many bookings there are. BENCH_ROUNDS and BENCH_SECONDS say how long (5 rounds of 4 seconds).
"""

import itertools
import os
import shutil
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.fire import at_once
from bench.machine import machine, peer_version
from bench.peers.booking_servers import OURS, PRESS, REGISTRATION, SHOP, THEIR_WORKERS, Place, everybody
from bench.peers.visitor import Refused, Visitor

ROUNDS, SECONDS = (int(os.environ.get(name, number)) for name, number in (("BENCH_ROUNDS", 5), ("BENCH_SECONDS", 4)))
CLIENTS = (1, 8)
# However slow somebody is, each client books so often in a burst: the end, when not all are at it, weighs less.
AT_LEAST = 3
GOALS = {(SHOP, 1): 100, (SHOP, 8): 50, (REGISTRATION, 1): 8, (REGISTRATION, 8): 5, (PRESS, 1): 8, (PRESS, 8): 5}
bursts = itertools.count(1)


@dataclass
class Burst:
    """What one storm of bookings showed."""

    waits: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    seconds: float = 0.0
    # Of those who answer, and of everybody until the e-mails are gone as well.
    answering_ms: float = 0.0
    processor_ms: float = 0.0
    found: int = 0

    @property
    def per_second(self) -> float:
        return len(self.waits) / self.seconds


def burst(place: Place, clients: int, seconds: float, at_least: int = AT_LEAST) -> Burst:
    told, begins, numbers = Burst(), f"b{os.getpid()}x{next(bursts)}x", itertools.count(1)
    until, before = time.perf_counter() + seconds, place.spent()

    def go() -> None:
        for turn in itertools.count():
            begun = time.perf_counter()
            if begun > until and turn >= at_least:
                return
            visitor = Visitor(place.host)
            try:
                place.book(visitor, f"{begins}{next(numbers)}@example.org")
                told.waits.append((time.perf_counter() - begun) * 1000)
            except (Refused, OSError) as trouble:
                told.refused[str(trouble)] += 1
            told.asked += visitor.asked

    told.seconds = at_once(clients, go)
    place.rest()
    spent = [(now - then) * 1000 / max(1, len(told.waits)) for now, then in zip(place.spent(), before, strict=True)]
    told.answering_ms, told.processor_ms = spent
    told.found = place.booked(begins)
    return told


def take(scratch: Path) -> dict[tuple[str, int], list[Burst]]:
    found: dict[tuple[str, int], list[Burst]] = {}
    with everybody(scratch) as places:
        for place in places:
            place.empty()
            # So that nobody reads templates for the first time while it counts.
            if (first := burst(place, clients=8, seconds=0, at_least=1)).found < 8:
                raise SystemExit(
                    f"{place.name} found {first.found} of 8 bookings in its database: {dict(first.refused)}"
                )
        for _ in range(ROUNDS):
            for clients, place in itertools.product(CLIENTS, places):
                place.empty()
                found.setdefault((place.name, clients), []).append(burst(place, clients, SECONDS))
    return found


def table(found: dict[tuple[str, int], list[Burst]]) -> list[str]:
    head = [
        "who",
        "clients",
        "bookings a second (min–max)",
        "p50 ms",
        "p99 ms",
        "requests each",
        "processor ms each: answering",
    ]
    head += ["with the letter", "told / found", "refused"]
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for (name, clients), these in found.items():
        speeds, waits = [one.per_second for one in these], sorted(wait for one in these for wait in one.waits)
        refused = sum((one.refused for one in these), Counter[str]())
        cells = [
            name, str(clients), f"{statistics.median(speeds):.3g} ({min(speeds):.3g}–{max(speeds):.3g})",
            share(waits, 0.5), share(waits, 0.99),
            f"{sum(one.asked for one in these) / max(1, len(waits) + refused.total()):.2g}",
            f"{statistics.median(one.answering_ms for one in these):.3g}",
            f"{statistics.median(one.processor_ms for one in these):.3g}",
            f"{len(waits)} / {sum(one.found for one in these)}", str(dict(refused) or 0),
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def share(waits: list[float], part: float) -> str:
    return f"{waits[int(len(waits) * part)]:.0f}" if waits else "none"


def ratios(found: dict[tuple[str, int], list[Burst]]) -> list[str]:
    """Within a round, and the median of the rounds."""
    lines = [
        "| we are, times | clients | goal | found (min–max) | kept | by processor time |",
        "|---|---|---|---|---|---|",
    ]
    for (name, clients), goal in GOALS.items():
        if (name, clients) not in found:
            lines.append(f"| {name} | {clients} | ≥ {goal} | not set up | | |")
            continue
        pairs = list(zip(found[OURS, clients], found[name, clients], strict=True))
        quicker = [mine.per_second / theirs.per_second for mine, theirs in pairs]
        lighter = statistics.median(theirs.processor_ms / mine.processor_ms for mine, theirs in pairs)
        middle = statistics.median(quicker)
        kept = "kept" if middle >= goal else "**lost**"
        lines.append(
            f"| {name} | {clients} | ≥ {goal} | {middle:.3g} ({min(quicker):.3g}–{max(quicker):.3g}) | {kept} | {lighter:.3g} |"
        )
    return lines


def main() -> None:
    place = Path(os.environ["PEERS_PLACE"])
    scratch = Path(tempfile.mkdtemp(prefix="golden-thread-booking-peers-"))
    beside = (peer_version(place, name, on, THEIR_WORKERS) for name, on in (("pretix", "django"), ("indico", "flask")))
    about = machine() | {"Beside it": "; ".join(beside)}
    about["Run"] = f"{ROUNDS} rounds, bursts of {SECONDS} s and at least {AT_LEAST} bookings a client"
    try:
        found = take(scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    told = [f"- {what}: {words}" for what, words in about.items()]
    print("\n".join([*told, "", *ratios(found), "", *table(found)]))
    if any(one.found != len(one.waits) for these in found.values() for one in these):
        raise SystemExit("Somebody was told of a booking that is not there, or has one without being told.")


if __name__ == "__main__":
    main()
