"""python -m bench.mixing.tables [SEEDS]: constrained gatherings, large ones, re-mixes, and the search without designs.

Searches here run for seconds of the processor, for this machine is shared; the re-mix tells wall time too, with the
start of its process. Every plan is judged by the independent checker.
"""

import pickle
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.mixing.gatherings import checker, disturbed, read
from goldenthread.mixing.tables.instance import Instance, Plan
from goldenthread.mixing.tables.limits import Limits
from goldenthread.mixing.tables.running import run
from goldenthread.mixing.tables.score import tally

CONSTRAINED = [(200, 5, 8, 1, 15), (500, 6, 8, 1, 20), (120, 5, 8, 5, 150), (60, 4, 6, 5, 230), (200, 5, 8, 5, 5)]
REMIX = [(60, 4, 6, 0.3), (120, 5, 8, 0.3), (200, 5, 8, 0.3), (500, 6, 8, 0.3), (2000, 6, 8, 1.2)]
ALONE = """3-3-4 4-3-4 4-4-5 5-3-7 5-4-5 5-5-6 6-3-8 6-4-6 6-5-6 6-6-3 7-3-9 7-4-7 7-5-5 7-6-4 7-7-4 8-3-10 8-4-8 8-5-6
8-6-5 8-7-4 8-8-3 9-3-11 9-4-9 9-5-7 9-6-6 9-7-5 9-8-4 10-3-13 10-4-9 10-5-8 10-6-6 10-7-5 10-8-4 10-9-4 10-10-3""".split()
JUDGE = checker()


def searched(instance: Instance, seconds: float) -> Plan:
    return run(instance, Limits(seconds, None, time.process_time), 0, None, None)


def constrained(seeds: int) -> Iterator[str]:
    yield "| people × rounds | processor s | seeds | hard, worst | score, median (worst) | goal | mix, least |"
    yield "|---|---|---|---|---|---|---|"
    for people, rounds, size, seconds, goal in [*CONSTRAINED, (2000, 6, 8, 8, 40)]:
        made = [JUDGE.gen(people, rounds, size, seed) for seed in range(1, seeds + 1)]
        found = [JUDGE.check(one, searched(read(one), seconds).rounds) for one in made]
        scores = [one["score"] for one in found]
        yield (
            f"| {people} × {rounds} | {seconds} | {seeds} | {max(one['hard'] for one in found)} "
            f"| {median(scores):g} ({max(scores):g}) | ≤ {goal} | {min(one['sector_mix'] for one in found):.3f} |"
        )
    yield f"\nMost memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def remix(seeds: int) -> Iterator[str]:
    yield "| people | wall s, median (processor s) | hard | score, median | full re-solve | allowed | told seats changed |"
    yield "|---|---|---|---|---|---|---|"
    for people, rounds, size, seconds in REMIX:
        rows = [_remixed(people, rounds, size, seconds, seed) for seed in range(1, seeds + 1)]
        wall, work, hard, score, full, changed = (list(column) for column in zip(*rows, strict=True))
        yield (
            f"| {people} | {median(wall):.2f} ({median(work):.2f}) | {max(hard):g} | {median(score):g} | {median(full):g} "
            f"| ≤ {1.1 * median(full) + 10:.0f} | {max(changed):.1%} |"
        )


def _remixed(people: int, rounds: int, size: int, seconds: float, seed: int) -> tuple[float, ...]:
    instance = read(JUDGE.gen(people, rounds, size, seed))
    told = searched(instance, 2)
    after = disturbed(instance, told, 2, seed)
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = subprocess.run(
        [sys.executable, "-m", "bench.mixing.remix_once", str(seconds)],
        input=pickle.dumps(after), capture_output=True, check=True, cwd=Path(__file__).parents[2],
    ).stdout  # fmt: skip
    wall, used = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    plan: Plan = pickle.loads(answer)  # noqa: S301 - our own process wrote it
    assert plan.rounds[:2] == told.rounds[:2]
    found, full = tally(after, plan), tally(after, searched(_untold(after), 2))
    seats = sum(len(table) for round_ in told.rounds[2:] for table in round_)
    work = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return wall, work, found.hard, found.score, full.score, found.moved / seats


def _untold(instance: Instance) -> Instance:
    return Instance(
        instance.rounds, instance.people, instance.tables, instance.hosts, instance.apart, instance.together,
        instance.ties, past=instance.past,
    )  # fmt: skip


def alone() -> Iterator[str]:
    yield "| groups-size-rounds | repeats | processor s |"
    yield "|---|---|---|"
    for name in ALONE:
        made = JUDGE.sgp(*map(int, name.split("-")))
        begun = time.process_time()
        best = 10**9
        for seed in range(2):
            plan = run(read(made), Limits(10, None, time.process_time), seed, None, None)
            best = min(best, JUDGE.check(made, plan.rounds)["repeats_C2"])
            if not best:
                break
        yield f"| {name} | {best} | {time.process_time() - begun:.1f} |"


def main(seeds: int) -> None:
    for title, lines in (
        ("Constrained gatherings", constrained(seeds)),
        ("Re-mix after two rounds, when 5 % do not come again", remix(seeds)),
        ("The search alone, without designs", alone()),
    ):
        print(f"\n### {title}\n")
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
