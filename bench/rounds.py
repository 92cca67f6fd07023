"""Every target once per round, round after round (A B C A B C ...), so that a loud minute is loud for all of them."""

import http.client
import itertools
import re
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from bench.processes import Target, processor_seconds

IN_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}

ENOUGH_TO_COUNT = 0.05


@dataclass(frozen=True)
class Burst:
    """What one short storm of requests showed."""

    per_second: float
    p99: float
    bad: int


def in_turn(targets: list[Target], rounds: int, measure: Callable[[Target], object]) -> dict[str, list]:
    found: dict[str, list] = {target.name: [] for target in targets}
    for _ in range(rounds):
        for target in targets:
            found[target.name].append(measure(target))
    return found


def paired(these: list[float], those: list[float]) -> float:
    """How many times larger, pair by pair of the same round; the median of it."""
    return statistics.median(a / b for a, b in zip(these, those, strict=True))


def storm(target: Target, seconds: int, clients: int = 8) -> Burst:
    headers = [part for name, value in target.headers for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t2", f"-c{clients}", f"-d{seconds}s", "--timeout", "20s", "--latency", *headers, target.address]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # What wrk left in the queue of a slow server must not burden the next target.
    for _ in range(3):
        ask(target)
    number, unit = re.search(r"(?m)^\s+99%\s+([\d.]+)(us|ms|s|m)", told).groups()
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return Burst(
        per_second=float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
        p99=float(number) * IN_MILLISECONDS[unit],
        bad=int(bad[1]) if bad else 0,
    )


def processor_per_request(
    target: Target, seconds: float, before: Callable[[], object] | None = None, *, always_new: bool = False
) -> float:
    """Milliseconds of processor time that the whole server spends on one request, asked one after the other."""
    line, count, spent, begun = _line(target), 0, 0.0, processor_seconds(target.process)
    # The system counts in hundredths of a second, so go on until there is something to count.
    while spent < ENOUGH_TO_COUNT:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            if before:
                before()
            line = ask(target, line, always_new=always_new)
            count += 1
        spent = processor_seconds(target.process) - begun
    return spent / count * 1000


_ports = itertools.count(10_000)


def ask(
    target: Target, line: http.client.HTTPConnection | None = None, *, always_new: bool = False
) -> http.client.HTTPConnection:
    """One request, on the connection given. A host never named before is a page never kept before."""
    line, place = line or _line(target), urlsplit(target.address)
    headers = dict(target.headers)
    if always_new:
        headers["Host"] = f"{place.hostname}:{next(_ports) % 50_000 + 10_000}"
    line.request("GET", place.path, headers=headers)
    answer = line.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{target.address} answered {answer.status}")
    return _line(target) if answer.will_close else line


def _line(target: Target) -> http.client.HTTPConnection:
    place = urlsplit(target.address)
    return http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
