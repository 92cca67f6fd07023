"""`goldenthread introduce PEOPLE.csv`: introductions at a terminal, without the house."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.introductions.directory import TooManyWords
from goldenthread.mixing.introductions.introducing import introduce
from goldenthread.mixing.introductions.reading import Mistaken, people_from
from goldenthread.mixing.introductions.values import Introductions, Wishes
from goldenthread.mixing.terminal.answer_files import ENDINGS, refuse, write_answer

HEADINGS = ("one", "other", "score", "because")


def run(arguments: list[str]) -> int:
    """0 with introductions, 1 if nobody can be introduced (the reasons on standard error), 2 for what cannot be read."""
    options = _options(arguments)
    if options.output and options.output.suffix not in ENDINGS:
        return refuse(f"{options.output}: the name should end in {', '.join(ENDINGS)}.", 2)
    try:
        wishes = replace(
            people_from(options.people), each=options.each, candidates=options.candidates, step=options.step
        )
        result = introduce(wishes)
    except (Mistaken, Unreadable, TooManyWords, OSError) as trouble:
        return refuse(str(trouble), 2)
    if not result.introductions:
        return _nobody(options, wishes, result)
    answer = {
        "introductions": [asdict(one) for one in result.introductions],
        **_rest(result, explained=options.explain),
    }
    rows = [HEADINGS, *((one.one, one.other, one.score, one.because) for one in result.introductions)]
    write_answer(options.output, answer, rows, "Introductions")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "goldenthread introduce", description="Suggest who might like to meet, and say why."
    )
    parser.add_argument("people", type=Path, metavar="PEOPLE.csv", help="CSV or XLSX; docs/introductions.md tells how")
    parser.add_argument("-o", dest="output", type=Path, help="the answer: .json, .csv or .xlsx")
    parser.add_argument("--each", type=_positive, default=3, help="introductions for each person at most (3)")
    parser.add_argument("--candidates", type=_positive, default=20, help="people to compare each with at most (20)")
    parser.add_argument("--step", type=_positive, default=1, help="how much better a pair must be to count (1)")
    parser.add_argument("--explain", action="store_true", help="say in the JSON who has no introduction, and why")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError
    return int(text)


def _rest(result: Introductions, *, explained: bool) -> dict[str, object]:
    return {"without": [{"id": who, "why": why} for who, why in result.without]} if explained else {}


def _nobody(options: argparse.Namespace, wishes: Wishes, result: Introductions) -> int:
    if options.explain:
        write_answer(None, {"introductions": [], **_rest(result, explained=True)}, [], "")
    reasons = [f"{who}: {why}" for who, why in result.without[:20]]
    trouble = "Nobody can be introduced." if wishes.seekers else "Nobody is on the list."
    return refuse("\n".join([trouble, *reasons]), 1)
