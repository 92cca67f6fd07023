"""Re-mixes: a gathering is told, disturbed after two rounds and again after three, and mixed anew each time.

Each re-mix is one process of `mix`, as a facilitator runs it, from JSON to JSON, so that its wall time holds everything.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from bench.mixing.gatherings import checker, disturbed, disturbed_again, read
from goldenthread.mixing.tables.input import reading
from goldenthread.mixing.tables.input.writing import instance_as_json, rounds_as_lists
from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import Instance, Plan
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.running import run

# People, rounds, size, and the seconds that `mix` and the full re-solve beside it may take.
SHAPES = [(60, 4, 6, 0.6, 2), (120, 5, 8, 0.6, 2), (200, 5, 8, 0.6, 2), (500, 6, 8, 0.6, 2), (2000, 6, 8, 1.5, 6)]
HEAD = """| people | disturbance | wall s, median | processor s | not done | hard | past the same | score, median | full re-solve \
| beyond 1.1 × full + 10 | told seats changed, most |
|---|---|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Answer:
    """What one process answered."""

    wall: float
    work: float
    plan: Plan | None
    is_past_kept: bool


def remix(seeds: range) -> Iterator[str]:
    yield HEAD
    for people, rounds, size, seconds, full in SHAPES:
        first, second = [], []
        for seed in seeds:
            instance = read(checker().gen(people, rounds, size, seed))
            told = searched(instance, full)
            once = disturbed(instance, told, 2, seed)
            first.append(_measured(once, seconds, full))
            twice = disturbed_again(once, first[-1][0].plan or told, 3, seed)
            second.append(_measured(twice, seconds, full))
        yield _row(people, "5 % leave", first)
        yield _row(people, "then 3 % come late, 1.5 % leave, a host is missing, a table closes", second)


def searched(instance: Instance, seconds: float) -> Plan:
    """For seconds of the processor."""
    return run(instance, Limits(seconds, None, time.process_time), 0, None, None)


def _measured(after: Instance, seconds: float, full: float) -> tuple[Answer, Instance, float]:
    untold = replace(after, announced=())
    return _answer(after, seconds), after, tally(untold, searched(untold, full)).score


def _answer(after: Instance, seconds: float) -> Answer:
    with tempfile.TemporaryDirectory() as folder:
        asked, past, out = (Path(folder, name) for name in ("asked.json", "past.json", "out.json"))
        asked.write_text(instance_as_json(replace(after, past=(), announced=())), encoding="utf-8")
        told = {"rounds": rounds_as_lists(after.past), "announced": rounds_as_lists(after.announced)}
        past.write_text(json.dumps(told), encoding="utf-8")
        command = [sys.executable, "-m", "goldenthread.mixing", "mix", str(asked), "--past", str(past), "-o", str(out)]
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        status = subprocess.run([*command, "--seconds", str(seconds)], check=False, capture_output=True).returncode
        wall, used = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        work = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        if status:
            return Answer(wall, work, None, is_past_kept=True)
        text = out.read_text(encoding="utf-8")
    kept = json.dumps(json.loads(text)["rounds"][: len(after.past)]) == json.dumps(told["rounds"])
    return Answer(wall, work, reading.plan("out.json", text, after), kept)


def _row(people: int, disturbance: str, rows: list[tuple[Answer, Instance, float]]) -> str:
    done = [(answer.plan, after, full) for answer, after, full in rows if answer.plan]
    found = [(tally(after, plan), after, full) for plan, after, full in done]
    told = [sum(len(t) for r in after.announced[len(after.past) :] for t in r) for _, after, _ in found]
    moved = [one.moved / seats for (one, _, _), seats in zip(found, told, strict=True)]
    beyond = sum(one.score > 1.1 * full + 10 for one, _, full in found)
    return (
        f"| {people} | {disturbance} | {median(a.wall for a, _, _ in rows):.2f} | {median(a.work for a, _, _ in rows):.2f} "
        f"| {len(rows) - len(done)} | {max((one.hard for one, _, _ in found), default=0)} "
        f"| {all(a.is_past_kept for a, _, _ in rows)} | {median(one.score for one, _, _ in found):g} "
        f"| {median(full for _, _, full in found):g} | {beyond} of {len(found)} | {max(moved):.1%} |"
    )
