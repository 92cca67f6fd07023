"""One run as text, for the terminal and for bench/results.md."""

import statistics
from pathlib import Path

from bench.figures import Figures
from bench.goals import Goal, goals
from bench.machine import machine, peer_version

HEAD = """# What was measured

Written by `script/bench`; do not edit. All on one machine, one after the other in turn (A B C A B C ...); every ratio is taken
within a round, and the median of the rounds is shown. Absolute numbers say more about the machine than about the programs:
compare ratios. How each figure is taken is in `bench/`, a page of Python each.
"""


def report(figures: Figures, place: Path, command: str) -> str:
    about = machine() | {"Beside it": peer_version(place, "pretalx"), "Command": f"`{command}`"}
    judged = goals(figures)
    lost = [goal for goal in judged if not goal.kept]
    lines = [
        HEAD,
        *(f"- {name}: {what}" for name, what in about.items()),
        "",
        "## Promises",
        "",
        *_table(["what", "goal", "found", ""], [_row(goal) for goal in judged]),
        "",
        "Lost: " + "; ".join(f"{goal.what} ({_number(goal.found)}, {goal.asked})" for goal in lost) + "."
        if lost
        else "All kept in this run.",
        *_speeds(figures),
        *_rest(figures),
    ]
    return "\n".join(lines) + "\n"


def _row(goal: Goal) -> list[str]:
    return [goal.what, goal.asked, _number(goal.found), "kept" if goal.kept else "**lost**"]


def _speeds(figures: Figures) -> list[str]:
    rows = []
    for name, bursts in figures.storms.items():
        rps = [burst.per_second for burst in bursts]
        p99, bad = statistics.median(burst.p99 for burst in bursts), sum(burst.bad for burst in bursts)
        rows.append([name, f"{statistics.median(rps):.0f} ({min(rps):.0f}–{max(rps):.0f})", _number(p99), str(bad)])
    return ["", "## Eight clients at once", "", *_table(["page", "requests/s (min–max)", "p99 ms", "not 200"], rows)]


def _rest(figures: Figures) -> list[str]:
    rows = [
        [
            name,
            f"{statistics.median(times):.3f} ({min(times):.3f}–{max(times):.3f})",
            str(figures.questions.get(name, "")),
        ]
        for name, times in figures.processor.items()
    ]
    starts = [f"- {name}: {seconds:.2f} s" for name, seconds in figures.seconds_to_start.items()]
    return [
        "",
        "## One client, one request after the other",
        "",
        *_table(["page", "processor ms a request (min–max)", "queries"], rows),
        "",
        "## From the start command to the first page",
        "",
        *starts,
    ]


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows]]


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
