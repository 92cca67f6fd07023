"""python -m bench.mixing.kinds [SEEDS]: what comes of each choice of what matters most, where new faces and kinds pull apart.

57 people at eight tables in six rounds, of four sectors; and once more with eight roles and six regions, of which a third is not
known. Five seconds of the processor each, six minutes with five seeds. The independent checker judged; roles and regions, which it
does not know, are counted as sectors are.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from statistics import median
from typing import Any

from bench.mixing.gatherings import checker
from goldenthread.mixing.designs.bank import design
from goldenthread.mixing.tables import EMPHASES, KINDS, Instance, Plan, tally
from goldenthread.mixing.tables.input import reading
from goldenthread.mixing.tables.search.limits import Limits
from goldenthread.mixing.tables.search.running import run

PEOPLE, ROUNDS, TABLES, SECONDS = 57, 6, 8, 5
WORDS = {"sector": 4, "role": 8, "region": 6}
JUDGE = checker()


def gathering(seed: int, kinds: tuple[str, ...]) -> dict[str, Any]:
    dice = Random(seed)
    people: list[dict[str, Any]] = [{"id": f"p{n}"} for n in range(PEOPLE)]
    for kind in kinds:
        for person in people:
            person[kind] = f"{kind} {dice.randrange(WORDS[kind])}"
    for person in people:
        for kind in kinds[1:]:
            if dice.random() < 1 / 3:
                del person[kind]
    tables = [{"id": f"t{n}", "min": 5, "max": 9} for n in range(TABLES)]
    return {"rounds": ROUNDS, "people": people, "tables": tables}


def read(made: dict[str, Any]) -> Instance:
    return reading.instance("made", json.dumps(made))


def mixed(instance: Instance, word: str) -> Plan:
    weighed = replace(instance, weights=EMPHASES[word])
    return run(weighed, Limits(SECONDS, None, time.process_time), 0, None, design)


def rows(seeds: range, kinds: tuple[str, ...]) -> Iterator[str]:
    yield (
        "| what matters most | hard | repeats, median | new faces of 100, mean (least) | "
        + " | ".join(f"{kind}: share of the way from chance to even, median (least)" for kind in kinds)
        + " |"
    )
    yield "|---" * (4 + len(kinds)) + "|"
    for word in EMPHASES:
        yield _row(word, [gathering(seed, kinds) for seed in seeds], kinds)


def _row(word: str, made: list[dict[str, Any]], kinds: tuple[str, ...]) -> str:
    plans = [(one, mixed(read(one), word)) for one in made]
    verdicts = [JUDGE.check(one, plan.rounds) for one, plan in plans]
    tallies = [tally(read(one), plan) for one, plan in plans]
    usual = 100 * median(one.usual_new_faces or 0 for one in tallies)
    fewest = 100 * min(one.fewest_new_faces or 0 for one in tallies)
    mixes = [[one.spread[kind].mix for one in tallies] for kind in kinds]
    shares = " | ".join(f"{median(mix):.2f} ({min(mix):.2f})" for mix in mixes)
    hard = sum(one["hard"] for one in verdicts)
    return f"| {word} | {hard} | {median(one['repeats_C2'] for one in verdicts):g} | {usual:.0f} ({fewest:.0f}) | {shares} |"


def main(seeds: int) -> None:
    for kinds in (KINDS[:1], KINDS):
        print(f"\n### {', '.join(kinds)}\n")
        for line in rows(range(1, seeds + 1), kinds):
            print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
