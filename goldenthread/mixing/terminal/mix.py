"""`goldenthread mix`: 0 with a plan, 1 when it cannot be done, 2 for what cannot be read."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.sheet.printing import kind_of, printed, put
from goldenthread.mixing.tables.explain.doubting import Doubts
from goldenthread.mixing.tables.explain.explaining import Explanation, explain
from goldenthread.mixing.tables.explain.forcing import priced
from goldenthread.mixing.tables.explain.impossible import Conflict, at_a_glance, conflict
from goldenthread.mixing.tables.input.writing import plan_as_json, rounds_as_lists
from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import Instance, Plan, Tally
from goldenthread.mixing.tables.search.mix import CannotBeDone, mix
from goldenthread.mixing.terminal.company import chosen_at_the_terminal, how_to_choose, without_company
from goldenthread.mixing.terminal.options import Request, parser, request_of
from goldenthread.mixing.terminal.questions import at_the_terminal
from goldenthread.mixing.terminal.watching import Watch

# What finding out the price of forcing one thing may take.
PRICE_SECONDS = 1.0
PRICE_ITERATIONS = 2_000
LONGER = (
    "We couldn’t find a plan that keeps every hard wish, and couldn’t work out which ones clash."
    " Perhaps it only needs longer: --seconds 60."
)


def run(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    try:
        # An ending that we cannot write is told before anybody waits.
        kind = kind_of(options.out) if options.out else ""
        request = request_of(options)
        for note in request.notes:
            _tell(note)
        return _mix(options, request, kind)
    except Unreadable as refused:
        _tell(str(refused))
    except OSError as trouble:
        _tell(f"{trouble.filename}: {trouble.strerror}.")
    return 2


def _mix(options: argparse.Namespace, request: Request, kind: str) -> int:
    try:
        plan = _mixed(options, request.instance)
    except Impossible as impossible:
        person, ask = without_company(impossible.conflict), at_the_terminal()
        if not (person and ask):
            return _cannot(options, impossible.conflict)
        _tell(impossible.in_words())
        return _mix(options, replace(request, instance=chosen_at_the_terminal(request.instance, person, ask)), kind)
    counts = tally(request.instance, plan)
    explanation = explain(request.instance, plan, counts)
    if options.explain:
        explanation = priced(explanation, request.instance, counts, partial(_price, options))
    if kind:
        put(options.out, printed(kind, request.instance, plan, request.kept, request.title, options.paper))
    _say(options, plan, explanation)
    _tell(explanation.in_short())
    return 0


class Impossible(Exception):
    """No plan keeps every hard wish; perhaps it is known which do not go together."""

    def __init__(self, known: Conflict | None) -> None:
        super().__init__()
        self.conflict = known

    def in_words(self) -> str:
        return self.conflict.in_words() if self.conflict else LONGER


def _mixed(options: argparse.Namespace, instance: Instance) -> Plan:
    if found := at_a_glance(instance):
        raise Impossible(found)
    doubts = Doubts(instance)
    limits = {"seconds": options.seconds, "iterations": options.iterations, "seed": options.seed}
    try:
        with Watch(sys.stderr, instance) as watch:
            return mix(instance, **limits, progress=partial(doubts.hear, watch), start=_from_the_bank)
    except CannotBeDone:
        raise Impossible(doubts.conflict or conflict(instance)) from None


def _from_the_bank(tables: int, size: int, rounds: int) -> Any:
    from goldenthread.mixing.designs.bank import design

    return design(tables, size, rounds)


def _price(options: argparse.Namespace, instance: Instance) -> Tally:
    """By iterations if the caller asked for iterations, so that the words too are the same on every machine."""
    try:
        if options.iterations:
            plan = mix(instance, iterations=min(options.iterations, PRICE_ITERATIONS), seed=options.seed)
        else:
            plan = mix(instance, seconds=PRICE_SECONDS, seed=options.seed)
    except CannotBeDone:
        return Tally(hard=1)
    return tally(instance, plan)


def _say(options: argparse.Namespace, plan: Plan, explanation: Explanation) -> None:
    if options.explain:
        rounds = {} if options.out else {"rounds": rounds_as_lists(plan.rounds)}
        _print(json.dumps(rounds | {"explanation": explanation.as_lists()}, ensure_ascii=False))
    elif not options.out:
        _print(plan_as_json(plan).rstrip())


def _cannot(options: argparse.Namespace, found: Conflict | None) -> int:
    in_words, person = Impossible(found).in_words(), without_company(found)
    choice = how_to_choose(person) if person else ""
    _tell("\n".join(filter(None, [in_words, choice])))
    if options.explain:
        facts = {"in_words": in_words, "choice": choice} | (asdict(found) if found else {})
        _print(json.dumps({"impossible": facts}, ensure_ascii=False))
    return 1


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - what people see at the terminal


def _print(text: str) -> None:
    print(text)  # noqa: T201
