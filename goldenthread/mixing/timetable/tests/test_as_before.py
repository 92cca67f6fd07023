"""Programmes without lengths get the timetables that they got before sessions had any: the same seeds, the same answers."""

import pytest

from goldenthread.mixing.timetable.making import Limits, make
from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot

SLOTS = tuple(Slot(f"t{n}", f"d{n // 4}") for n in range(8))
ROOMS = (Room("hall", 90, frozenset({"stage"})), Room("nook", 20), Room("loft", 40, open=frozenset({"t1", "t2", "t5"})))


def house(sessions, chained=(), weight=1):
    names = [f"s{n}" for n in range(sessions)]
    return Programme(
        SLOTS,
        ROOMS,
        tuple(
            Session(
                name,
                speakers=frozenset({f"v{n * 5 % 11}"}),
                demand=n * 37 % 80,
                needs=frozenset({"stage"}) if n % 9 == 4 else frozenset(),
                slots=frozenset({"t2"}) if n == 3 else None,
                strand="care" if n % 4 == 1 else None,
                after=f"s{n - 1}" if n in chained else None,
            )
            for n, name in enumerate(names)
        ),
        {"v2": frozenset({"t0", "t1"}), "v5": frozenset({"t4"})},
        tuple((a, b, (i * 7 + j * 3) % 10) for i, a in enumerate(names) for j, b in enumerate(names) if i < j),
        weight,
        weight,
    )


def in_short(found, sessions):
    at = {one.session: f"{one.slot[1:]}{one.room[0]}" for one in found.placed}
    return " ".join(at.get(f"s{n}", "-") for n in range(sessions))


@pytest.mark.parametrize(
    ("sessions", "seed", "before", "counts"),
    [
        ((12,), 1, "7n 3h 1h 2h 4h 6h 0h 2n 5h 1n 7h 3n", (3, 0, 0)),
        ((12,), 7, "3n 1h 4h 2h 5h 7h 6h 2n 0h 4n 3h 1n", (3, 0, 0)),
        ((17, (6, 7, 12)), 1, "7n 1l 5h 2n 3h 0h 1h 2h 2l 0n 7h 4n 5n 6h 3n 4h 5l", (23, 69, 1)),
        ((17, (6, 7, 12)), 7, "4n 0h 1h 2l 4h 5n 6n 7n 3h 3n 6h 0n 1n 2h 7h 5h 1l", (12, 71, 0)),
        ((21, (9,), 2), 1, "5n 1l - 2h 4h 0n 0h 3n 6n 7n 5h 1n 6h - 5l 1h 2l 3h 4n 7h 2n", (27, 47, 0)),
        ((21, (9,), 2), 7, "1n 0n - 2l 4h 5n 6h 3n 0h 1h 2h 7n 5l - 1l 7h 6n 3h 4n 5h 2n", (25, 44, 0)),
    ],
)
def test_without_lengths_the_answer_is_what_it_was(sessions, seed, before, counts):
    found = make(house(*sessions), Limits(None, 120, seed))

    assert in_short(found, sessions[0]) == before
    assert (found.conflict, found.overflow, found.strands, found.iterations) == (*counts, 120)
