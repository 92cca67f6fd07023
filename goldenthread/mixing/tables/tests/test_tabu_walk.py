"""Where nothing costs anything but that people meet again, two swap seats at a time."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Table, Tie
from goldenthread.mixing.tables.search.first_seating import first_seating
from goldenthread.mixing.tables.search.layout import lay_out
from goldenthread.mixing.tables.search.mix import mix
from goldenthread.mixing.tables.search.tabu_walk import Walk, can_walk
from goldenthread.mixing.tables.tests.judge import verdict


def golfers(tables, size, rounds):
    people = tuple(Guest(f"p{number}") for number in range(tables * size))
    return Instance(rounds, people, tuple(Table(f"t{number}", size, size) for number in range(tables)))


def opened(instance):
    return first_seating(lay_out(instance), np.random.RandomState(0))


@pytest.mark.parametrize("shape", [(5, 3, 7), (7, 5, 5), (8, 3, 10), (10, 10, 3)])
def test_the_last_repeats_are_found_without_a_design(shape):
    plan = mix(golfers(*shape), iterations=20_000)

    found = verdict(golfers(*shape), plan)
    assert (found.hard, found.repeats) == (0, 0)


def test_one_seed_and_so_many_swaps_give_one_plan():
    assert mix(golfers(7, 4, 7), iterations=300, seed=3) == mix(golfers(7, 4, 7), iterations=300, seed=3)


def test_who_is_away_keeps_no_seat_and_the_past_counts():
    instance = golfers(4, 4, 4)
    away = replace(instance.people[3], present=frozenset({0, 2}))
    rooms = tuple(replace(table, min=3) for table in instance.tables)
    held = mix(instance, iterations=200).rounds[:1]
    instance = replace(instance, people=(*instance.people[:3], away, *instance.people[4:]), tables=rooms, past=held)

    plan = mix(instance, iterations=3000)

    assert can_walk(opened(instance))
    assert plan.rounds[:1] == held
    assert (verdict(instance, plan).hard, tally(instance, plan).repeats) == (0, 0)


def test_the_cost_is_what_the_seating_costs():
    instance = replace(golfers(4, 4, 4), past=mix(golfers(4, 4, 4), iterations=5).rounds[:2])
    seating = opened(instance)
    walking = Walk(seating, np.random.RandomState(0))
    before = walking.cost
    stepped = [walking.cost for _ in range(50) if walking.step() or True]

    assert before * seating.layout.prices.repeat == seating.cost
    walking.settle(20, 20)
    assert walking.cost == stepped[-1]


ONE, TWO = Guest("p0"), Guest("p1")
MORE: dict[str, dict[str, Any]] = {
    "a host": {"hosts": (Host("p0", "t0"),)},
    "two who stay together": {"together": (frozenset({"p0", "p1"}),)},
    "two who sit apart": {"apart": (frozenset({"p0", "p1"}),)},
    "two who know each other": {"ties": (Tie("p0", "p1"),)},
    "a home group": {"home": ((0, 1),)},
    "what people were told": {"announced": (((("p0",),) + ((),) * 3),)},
}


@pytest.mark.parametrize("more", MORE)
def test_whatever_else_counts_is_left_to_the_assignment(more):
    assert can_walk(opened(golfers(4, 4, 3)))
    assert not can_walk(opened(replace(golfers(4, 4, 3), **MORE[more])))


@pytest.mark.parametrize(
    "guest", [Guest("p0", lived=True), Guest("p0", familiar=False), Guest("p0", needs=frozenset("x"))]
)
def test_whoever_needs_more_is_left_to_the_assignment(guest):
    instance = golfers(4, 4, 3)

    assert not can_walk(opened(replace(instance, people=(guest, *instance.people[1:]))))


def test_many_people_are_left_to_the_assignment():
    assert not can_walk(opened(golfers(41, 4, 2)))
