"""All the figures of one run, in the order in which they are taken."""

import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench import rightness, start
from bench.changes import House
from bench.peers.pretalx_server import PAGES, environment
from bench.processes import Target, first_answer, proportional_megabytes
from bench.rounds import Burst, in_turn, processor_per_request, storm
from bench.weigh import Weight, weigh

JUST_CHANGED, SIGNED_IN = "our page, just changed", "our page, signed in"


@dataclass
class Figures:
    """What one run found. Lists hold one number per round, so that rounds can be paired."""

    storms: dict[str, list[Burst]] = field(default_factory=dict)
    processor: dict[str, list[float]] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)
    wrong_for: dict[str, float] = field(default_factory=dict)
    megabytes: dict[str, float] = field(default_factory=dict)
    seconds_to_start: dict[str, float] = field(default_factory=dict)
    weight: Weight | None = None


def take(place: Path, *, rounds: int, seconds: int) -> Figures:
    figures = Figures()
    shutil.rmtree(place / "data", ignore_errors=True)
    figures.seconds_to_start["first, with its sample"] = _seconds_to_start(place)
    figures.seconds_to_start["later"] = statistics.median(_seconds_to_start(place) for _ in range(rounds))
    with start.everything(place) as targets:
        house = House(place)
        figures.weight = weigh(start.address(start.HOUSE))
        figures.megabytes["after its first pages"] = proportional_megabytes(targets[0].process)
        figures.storms = in_turn(targets, rounds, lambda target: storm(target, seconds))
        figures.processor = _processor(targets, house, rounds)
        figures.questions = _questions(place, house)
        with house.as_it_was():
            figures.wrong_for["after a single change"] = rightness.worst(house, start.address(start.HOUSE), 10, 1.0)
            figures.wrong_for["in a storm of changes"] = rightness.worst(house, start.address(start.HOUSE), 40, 0.02)
        figures.megabytes["after all these storms"] = proportional_megabytes(targets[0].process)
    return figures


def _processor(targets: list[Target], house: House, rounds: int) -> dict[str, list[float]]:
    ours = targets[0]
    signed_in = replace(ours, name=SIGNED_IN, headers=(*ours.headers, ("Cookie", house.session())))
    just_changed = replace(ours, name=JUST_CHANGED)

    def measure(target: Target) -> float:
        cold = target is just_changed
        return processor_per_request(target, 1.5, house.change if cold else None, always_new=cold)

    with house.as_it_was():
        return in_turn([*targets, just_changed, signed_in], rounds, measure)


def _questions(place: Path, house: House) -> dict[str, int]:
    found = {
        JUST_CHANGED: house.count_questions(start.PAGE),
        SIGNED_IN: house.count_questions(start.PAGE, house.session()),
    }
    return found | _questions_of_pretalx(place)


def _questions_of_pretalx(place: Path) -> dict[str, int]:
    here = place / "pretalx"
    if not (here / "ready").exists():
        return {}
    script = Path(__file__).parent / "peers" / "pretalx_queries.py"
    told = subprocess.run(
        [str(here / "venv/bin/python"), str(script), f"127.0.0.1:{start.PRETALX}", *PAGES.values()],
        capture_output=True, text=True, check=True, env=environment(place, start.PRETALX),
    ).stdout  # fmt: skip
    counts = dict(line.split() for line in told.splitlines() if line.startswith("/"))
    return {name: int(counts[page]) for name, page in PAGES.items()}


def _seconds_to_start(place: Path) -> float:
    begun = time.perf_counter()
    with start.house(place) as _server:
        first_answer(start.address(start.HOUSE))
        return time.perf_counter() - begun
