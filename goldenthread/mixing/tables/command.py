"""`goldenthread mix`: 0 with a plan, 1 when it cannot be done, 2 for what cannot be read."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from functools import partial
from importlib import import_module
from typing import Any

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.sheet.printing import kind_of, printed, put
from goldenthread.mixing.tables.asking import Asked, asked_for, parser
from goldenthread.mixing.tables.doubting import Doubts
from goldenthread.mixing.tables.explaining import Explanation, explain
from goldenthread.mixing.tables.forcing import priced
from goldenthread.mixing.tables.impossible import Conflict, before_mixing, conflict
from goldenthread.mixing.tables.instance import Instance, Plan, Tally
from goldenthread.mixing.tables.mixing import CannotBeDone, mix
from goldenthread.mixing.tables.score import tally
from goldenthread.mixing.tables.watching import Watch
from goldenthread.mixing.tables.writing import plan_as_json, rounds_as_lists

# What finding out the price of forcing one thing may take.
PRICE_SECONDS = 1.0
PRICE_ITERATIONS = 2_000


def run(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    try:
        # An ending that we cannot write is told before anybody waits.
        kind = kind_of(options.out) if options.out else ""
        asked = asked_for(options)
        return _mix(options, asked, kind)
    except Unreadable as refused:
        _tell(str(refused))
    except OSError as trouble:
        _tell(f"{trouble.filename}: {trouble.strerror}.")
    return 2


def _mix(options: argparse.Namespace, asked: Asked, kind: str) -> int:
    found = before_mixing(asked.instance)
    if found:
        return _cannot(options, found)
    for note in asked.notes:
        _tell(note)
    doubts = Doubts(asked.instance)
    try:
        plan = _mixed(options, asked.instance, doubts)
    except CannotBeDone:
        return _cannot(options, doubts.found or conflict(asked.instance))
    counted = tally(asked.instance, plan)
    explanation = explain(asked.instance, plan, counted)
    if options.explain:
        explanation = priced(explanation, asked.instance, counted, partial(_price, options))
    if kind:
        put(options.out, printed(kind, asked.instance, plan, asked.kept, asked.title))
    _say(options, plan, explanation)
    _tell(explanation.in_short())
    return 0


def _mixed(options: argparse.Namespace, instance: Instance, doubts: Doubts) -> Plan:
    limits = {"seconds": options.seconds, "iterations": options.iterations, "seed": options.seed}
    with Watch(sys.stderr, instance) as watch:
        return mix(instance, **limits, progress=partial(doubts.hear, watch), start=_from_the_bank)


def _from_the_bank(tables: int, size: int, rounds: int) -> Any:
    """The bank needs NumPy, which is not loaded before something is mixed."""
    return import_module("goldenthread.mixing.designs.bank").design(tables, size, rounds)


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
    longer = "We found no plan that keeps every hard wish, and could not find out which do not go together. Perhaps it only needs longer: --seconds 60."
    _tell(found.in_words() if found else longer)
    if options.explain:
        said = {"in_words": found.in_words(), **asdict(found)} if found else {"in_words": longer}
        _print(json.dumps({"impossible": said}, ensure_ascii=False))
    return 1


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - what people see at the terminal


def _print(text: str) -> None:
    print(text)  # noqa: T201
