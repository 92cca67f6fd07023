"""Introductions measured: `python -m bench.mixing.introductions`. Processor seconds, medians of five seeds."""

import resource
import sys
import time
from statistics import median

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from bench.mixing.movement import movement
from goldenthread.mixing.introductions.candidates import candidates
from goldenthread.mixing.introductions.matching import match
from goldenthread.mixing.introductions.pairs import Pairs, Rows

NOBODY = np.empty(0, dtype=np.int64)


def graph(people: int, each: int, levels: int, seed: int) -> Pairs:
    """`each` candidates named at random by everybody, whole scores from 1 to `levels`."""
    dice = np.random.default_rng(seed)
    one = np.repeat(np.arange(people), each)
    other = dice.integers(0, people - 1, len(one))
    other += other >= one
    keys = np.unique(np.minimum(one, other) * people + np.maximum(one, other))
    return Pairs(people, keys // people, keys % people, dice.integers(1, levels + 1, len(keys)))


def blocking(pairs: Pairs, chosen: Rows, limits: Rows, step: int) -> int:
    """Every pair is looked at: how many would both people, by a full step, rather have than what they got."""
    score = pairs.score // step
    taken = np.zeros(len(score), dtype=bool)
    taken[chosen] = True
    got = np.bincount(np.concatenate([pairs.one[chosen], pairs.other[chosen]]), minlength=pairs.people)
    worst = np.full(pairs.people, np.iinfo(np.int64).max)
    np.minimum.at(worst, pairs.one[chosen], score[chosen])
    np.minimum.at(worst, pairs.other[chosen], score[chosen])
    worst[got < limits] = -1
    worst[limits == 0] = np.iinfo(np.int64).max
    return int((~taken & (score > worst[pairs.one]) & (score > worst[pairs.other])).sum()) + int((got > limits).sum())


def at_most(pairs: Pairs, limits: Rows) -> float:
    """The linear programme's optimum: no matching scores more, so that a share of it is a share of the exact at least."""
    size = len(pairs)
    ends = (np.concatenate([pairs.one, pairs.other]), np.tile(np.arange(size), 2))
    rows = csr_matrix((np.ones(2 * size), ends), shape=(pairs.people, size))
    return -float(linprog(-pairs.score.astype(float), A_ub=rows, b_ub=limits, bounds=(0, 1), method="highs-ipm").fun)


def matching(people: int, shape: tuple[int, int, int], seeds: range, *, exact: bool = False) -> None:
    each, levels, step = shape
    seconds, shares, blocked = [], [], 0
    for seed in seeds:
        pairs, limits = graph(people, each, levels, seed), np.full(people, 3)
        begun = time.process_time()
        chosen = match(pairs, limits, step=step)
        seconds.append(time.process_time() - begun)
        blocked += blocking(pairs, chosen, limits, step)
        if exact:
            shares.append(pairs.score[chosen].sum() / at_most(pairs, limits))
    share = f"{100 * median(shares):.2f} % (least {100 * min(shares):.2f})" if exact else "-"
    told(f"{people:,} × {each}", f"1-{levels}", step, f"{median(seconds):.2f}", share, blocked)


def making(people: int, seeds: range) -> None:
    seconds, shares = [], []
    for seed in seeds:
        crowd = movement(people, seed)
        begun = time.process_time()
        pairs = candidates(crowd, NOBODY)
        seconds.append(time.process_time() - begun)
        if people <= 10_000:
            limits = np.where(crowd.is_open, 3, 0)
            shares.append(100 * pairs.score[match(pairs, limits)].sum() / at_most(pairs, limits))
    share = f"{median(shares):.2f} %" if shares else "-"
    told(f"{people:,}", f"{median(seconds):.1f}", len(pairs), share)


def told(*cells: object) -> None:
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def main() -> None:
    seeds = range(1, 6)
    print(
        "| people × candidates, 3 each | scores | step | s | of the optimum, at least | blocking |\n|---|---|---|---|---|---|"
    )
    for shape in ((20, 10, 1), (20, 1000, 1), (20, 1000, 100), (10, 10, 1), (10, 5, 1)):
        matching(10_000, shape, seeds, exact=True)
    matching(100_000, (20, 10, 1), seeds)
    matching(100_000, (20, 1000, 1), seeds)
    matching(1_000_000, (10, 10, 1), seeds)
    matching(1_000_000, (10, 1000, 1), range(1, 2))
    print(f"\npeak so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB\n")
    print("| people | making, s | candidates | matched, of the optimum |\n|---|---|---|---|")
    making(10_000, seeds)
    making(100_000, seeds)
    if "--million" in sys.argv:
        making(1_000_000, range(1, 4))
    print(f"\npeak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
