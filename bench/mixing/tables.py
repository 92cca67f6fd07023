"""python -m bench.mixing.tables [SEEDS]: constrained gatherings, large ones, re-mixes, and the search without designs.

At most twelve minutes on a quiet machine with five seeds. Searches here run for seconds of the processor, as this machine is shared; the
re-mix tells wall time too, with the start of its process. Every plan is judged by the independent checker.
"""

import resource
import sys
import time
from collections.abc import Iterator
from statistics import median

from bench.mixing.gatherings import checker, read
from bench.mixing.remix import remix, searched
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.running import run

# People, rounds, size, processor seconds, how many seeds, and the goal for the score.
CONSTRAINED = [
    (200, 5, 8, 1, 20, "≤ 15"),
    (500, 6, 8, 1, 20, "≤ 20"),
    (60, 4, 6, 5, 20, "≤ 230"),
    (120, 5, 8, 5, 5, "≤ 150"),
    (200, 5, 8, 5, 5, "≤ 5"),
    (2000, 6, 8, 8, 5, "repeats ≤ 2"),
]
ALONE = """3-3-4 4-3-4 4-4-5 5-3-7 5-4-5 5-5-6 6-3-8 6-4-6 6-5-6 6-6-3 7-3-9 7-4-7 7-5-5 7-6-4 7-7-4 8-3-10 8-4-8 8-5-6
8-6-5 8-7-4 8-8-3 9-3-11 9-4-9 9-5-7 9-6-6 9-7-5 9-8-4 10-3-13 10-4-9 10-5-8 10-6-6 10-7-5 10-8-4 10-9-4 10-10-3
12-10-5""".split()
JUDGE = checker()


def constrained(most: int) -> Iterator[str]:
    yield "| people × rounds | processor s | seeds | hard | score, median (worst) | goal | repeats, most | mix, least | peak MB |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for people, rounds, size, seconds, seeds, goal in CONSTRAINED:
        yield _constrained((people, rounds, size), seconds, range(1, min(seeds, most) + 1), goal)


def _constrained(shape: tuple[int, int, int], seconds: float, seeds: range, goal: str) -> str:
    made = [JUDGE.gen(*shape, seed) for seed in seeds]
    found = [JUDGE.check(one, searched(read(one), seconds).rounds) for one in made]
    scores = [one["score"] for one in found]
    return (
        f"| {shape[0]} × {shape[1]} | {seconds} | 1–{seeds[-1]} | {sum(one['hard'] for one in found)} "
        f"| {median(scores):g} ({max(scores):g}) | {goal} | {max(one['repeats_C2'] for one in found)} "
        f"| {min(one['sector_mix'] for one in found):.3f} | {peak()} |"
    )


def peak() -> int:
    """Of this process and until now; the checker's own instances are in it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def alone() -> Iterator[str]:
    yield "| groups-size-rounds | repeats | processor s |"
    yield "|---|---|---|"
    for name in ALONE:
        made = JUDGE.sgp(*map(int, name.split("-")))
        begun = time.process_time()
        plan = run(read(made), Limits(20, None, time.process_time), 0, None, None)
        yield f"| {name} | {JUDGE.check(made, plan.rounds)['repeats_C2']} | {time.process_time() - begun:.2f} |"


def main(seeds: int) -> None:
    for title, lines in (
        ("Constrained gatherings", constrained(4 * seeds)),
        ("Re-mix", remix(range(1, seeds + 1))),
        ("The search alone, without designs", alone()),
    ):
        print(f"\n### {title}\n")
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
