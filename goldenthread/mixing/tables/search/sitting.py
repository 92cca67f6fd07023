"""One sitting: the rounds, mostly a single one, through which people keep their seats, and what binds them to tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goldenthread.mixing.tables.instance.values import Instance, Leanings
from goldenthread.mixing.tables.search.kept_together import kept_together
from goldenthread.mixing.tables.search.prices import DEAR, DEAREST, NEVER, Prices
from goldenthread.mixing.tables.search.tables_in_use import tables_in_use

Ints = NDArray[np.int64]
# Leaving one's home group costs so many times as much as the dearest of all that is weighed.
HOME = 4


@dataclass(frozen=True, slots=True)
class Sitting:
    """k rounds in which everybody keeps their seat. People are indexed to n + 1, tables to T."""

    rounds: tuple[int, ...]
    # (k, 4, n + 1): whether there, and if so whether of lived experience, a newcomer, familiar.
    traits: Ints
    # (n + 1): the first of those with whom one is kept together, oneself if nobody.
    bond: Ints
    # (n + 1): the table to which a host and those kept together with them are bound, or -1.
    bound: Ints
    # (n + 1, T): what it costs a person to sit at a table, whoever else is there.
    stand: NDArray[np.int32]
    # How few and how many may sit at each table, in each of the k rounds.
    least: Ints
    most: Ints
    # Where people were told that they would sit, or -1.
    announced: Ints

    @property
    def present(self) -> NDArray[np.bool_]:
        return np.asarray(self.traits[:, 0].any(axis=0))


def sittings_of(instance: Instance, prices: Prices, seat: Mapping[str, int]) -> tuple[Sitting, ...]:
    """The sittings still to come: home groups as one sitting, every other round by itself."""
    held = len(instance.past)
    home = {number: group for group in reversed(instance.home) for number in group}
    groups: dict[tuple[int, ...], None] = {}
    for number in range(held, instance.rounds):
        group = tuple(sorted(r for r in set(home.get(number, (number,))) if held <= r < instance.rounds))
        groups[group] = None
    return tuple(_sitting(instance, prices, seat, group) for group in groups)


def _sitting(instance: Instance, prices: Prices, seat: Mapping[str, int], rounds: tuple[int, ...]) -> Sitting:
    traits = _traits(instance, rounds)
    bond, bound = kept_together(instance, rounds, seat)
    announced = _announced(instance, rounds, seat)
    least, most = tables_in_use(instance, rounds, traits, bound, announced)
    return Sitting(
        rounds=rounds,
        traits=traits,
        bond=bond,
        bound=bound,
        stand=_stand(instance, prices, seat, rounds),
        least=least,
        most=most,
        announced=announced,
    )


def _traits(instance: Instance, rounds: tuple[int, ...]) -> Ints:
    people = instance.people
    traits: Ints = np.zeros((len(rounds), 4, len(people) + 1), dtype=np.int64)
    company = instance.leanings.company if instance.leanings else ()
    of_all = np.array(
        [(1, g.lived or g.id in company, g.familiar is False, g.familiar is True) for g in people], dtype=np.int64
    )
    for row, number in enumerate(rounds):
        there = np.array([guest.is_there(number) for guest in people], dtype=bool)
        traits[row, :, :-1] = of_all.reshape(-1, 4).T * there
    return traits


def _announced(instance: Instance, rounds: tuple[int, ...], seat: Mapping[str, int]) -> Ints:
    announced: Ints = np.full(len(seat) + 1, -1, dtype=np.int64)
    for number in reversed(rounds):
        for table, people in enumerate(instance.announced[number] if number < len(instance.announced) else ()):
            announced[[seat[person] for person in people if person in seat]] = table
    return announced


def _stand(instance: Instance, prices: Prices, seat: Mapping[str, int], rounds: tuple[int, ...]) -> NDArray[np.int32]:
    stand = np.zeros((len(seat) + 1, len(instance.tables)), dtype=np.int32)
    for number, guest in enumerate(instance.people):
        if guest.needs:
            stand[number] += [NEVER * len(guest.needs - table.features) for table in instance.tables]
    if instance.leanings:
        _lean(stand, instance, instance.leanings, seat)
    for number in rounds:
        if number < len(instance.announced):
            _bind(stand, instance.announced[number], seat, prices.churn)
    for number in _held_at_home(instance, rounds):
        _bind(stand, instance.past[number], seat, DEAREST * HOME)
    return stand


def _lean(stand: NDArray[np.int32], instance: Instance, leanings: Leanings, seat: Mapping[str, int]) -> None:
    for person, needs in leanings.needs:
        stand[seat[person]] += [DEAR * len(needs - table.features) for table in instance.tables]
    for kept in leanings.tables:
        stand[seat[kept.person]] += [DEAR * (table.id != kept.table) for table in instance.tables]


def _held_at_home(instance: Instance, rounds: tuple[int, ...]) -> list[int]:
    """The last round already held by the home group that these rounds go on with."""
    held = len(instance.past)
    before = [number for group in instance.home if set(rounds) & set(group) for number in group if number < held]
    return [max(before)] if before else []


def _bind(stand: NDArray[np.int32], round_: tuple[tuple[str, ...], ...], seat: Mapping[str, int], price: int) -> None:
    for table, people in enumerate(round_[: stand.shape[1]]):
        known = [seat[person] for person in people if person in seat]
        stand[known] += price
        stand[known, table] -= price
