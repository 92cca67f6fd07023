"""Random small gatherings of which one plan is known, so that they can be done: wishes are read off that plan."""

from __future__ import annotations

from itertools import combinations
from random import Random

from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Plan, Round, Table, Tie

STEP_FREE = frozenset({"step-free"})
Seats = list[list[list[str]]]


def gathering(seed: int) -> tuple[Instance, Plan]:
    """An instance, and a plan that keeps all of its hard rules."""
    dice = Random(seed)  # noqa: S311 - dice for samples, not for secrets
    people = [f"p{number}" for number in range(dice.randint(4, 18))]
    rounds, tables = dice.randint(1, 4), dice.randint(1, max(1, len(people) // 3))
    there = {person: _presence(dice, rounds) for person in people}
    shut = {(r, t) for r in range(rounds) for t in range(1, tables) if dice.random() < 0.1}
    pair = dice.sample(people[2:], 2) if dice.random() < 0.7 else []
    seats = [_seat(dice, there, number, [t for t in range(tables) if (number, t) not in shut], tables, pair)
             for number in range(rounds)]  # fmt: skip
    plan = Plan(tuple(tuple(tuple(table) for table in round_) for round_ in seats))
    made = tuple(_table(dice, seats, number, shut) for number in range(tables))
    instance = Instance(
        rounds=rounds,
        people=_guests(dice, there, seats, made),
        tables=made,
        hosts=(Host("p0", "t0"),),
        apart=_apart(dice, people, seats),
        together=(frozenset(pair),) if pair else (),
        ties=tuple(_tie(dice, people) for _ in range(len(people) // 2)),
        past=plan.rounds[: dice.randint(0, rounds) if dice.random() < 0.4 else 0],
        announced=plan.rounds if dice.random() < 0.3 else (),
    )
    return instance, plan


def _tie(dice: Random, people: list[str]) -> Tie:
    one, other = dice.sample(people, 2)
    return Tie(one, other, dice.randint(1, 4))


def _presence(dice: Random, rounds: int) -> frozenset[int] | None:
    return frozenset(r for r in range(rounds) if dice.random() < 0.7) if dice.random() < 0.2 else None


def _seat(
    dice: Random, there: dict[str, frozenset[int] | None], number: int, tables: list[int], count: int, pair: list[str]
) -> list[list[str]]:
    here = [person for person, rounds in there.items() if rounds is None or number in rounds]
    dice.shuffle(here)
    round_: list[list[str]] = [[] for _ in range(count)]
    units = [[person for person in pair if person in here], *([person] for person in here if person not in pair)]
    for unit in units:
        free = 0 if "p0" in unit else min(tables, key=lambda table: len(round_[table]))
        round_[free].extend(unit)
    return round_


def _table(dice: Random, seats: Seats, number: int, shut: set[tuple[int, int]]) -> Table:
    sizes = [len(round_[number]) for round_ in seats]
    is_open = frozenset(r for r in range(len(seats)) if (r, number) not in shut)
    return Table(
        id=f"t{number}",
        min=max(1, min((size for size in sizes if size), default=1) - dice.randint(0, 1)),
        max=max(sizes) + dice.randint(0, 1),
        features=STEP_FREE if dice.random() < 0.5 else frozenset(),
        open=None if len(is_open) == len(seats) else is_open,
    )


def _guests(
    dice: Random, there: dict[str, frozenset[int] | None], seats: Seats, tables: tuple[Table, ...]
) -> tuple[Guest, ...]:
    lived = {person for person in there if dice.random() < 0.4}
    if any(len(lived & set(table)) == 1 for round_ in seats for table in round_):
        lived = set()
    steps = {p for r in seats for number, table in enumerate(r) if not tables[number].features for p in table}
    return tuple(
        Guest(
            id=person,
            sector=dice.choice(["health", "arts", "faith", None]),
            familiar=dice.choice([True, False, None]),
            lived=person in lived,
            needs=STEP_FREE if person not in steps and dice.random() < 0.4 else frozenset(),
            present=rounds,
        )
        for person, rounds in there.items()
    )


def _apart(dice: Random, people: list[str], seats: Seats) -> tuple[frozenset[str], ...]:
    met = {pair for round_ in seats for table in round_ for pair in map(frozenset, combinations(table, 2))}
    never = [pair for pair in map(frozenset, combinations(people, 2)) if pair not in met]
    return tuple(dice.sample(never, min(len(never), dice.randint(0, 3))))


def scrambled(instance: Instance, plan: Plan, seed: int) -> Plan:
    """The plan with many things wrong: people at other tables, twice, not at all, unknown; tables and rounds too many."""
    dice = Random(seed)  # noqa: S311 - dice for samples, not for secrets
    rounds = [[list(table) for table in round_] for round_ in plan.rounds]
    names = [guest.id for guest in instance.people] + ["nobody-knows"]
    for _ in range(dice.randint(0, 6)):
        table = dice.choice(dice.choice(rounds))
        dice.choice([lambda t: t.append(dice.choice(names)), lambda t: t and t.pop(), lambda t: t.reverse()])(table)
    if dice.random() < 0.1:
        dice.choice(rounds).append([dice.choice(names)])
    return Plan(tuple(_frozen(round_) for round_ in rounds[: len(rounds) - (dice.random() < 0.1)]))


def _frozen(round_: list[list[str]]) -> Round:
    return tuple(tuple(table) for table in round_)
