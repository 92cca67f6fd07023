"""Who is close to whom: told by the rooms above, each in its own `closeness.py`.

There, `closeness(by, to)` answers for the keys of some people which audiences `by` belongs to for each: `Audience.HOSTS`
where `by` hosts a gathering that they come to, `Audience.MET` where both have met. In one query, however many they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, cast

from goldenthread.kit.rooms import drawers
from goldenthread.people.audience import KNOWN_UPSTAIRS, NOT_CLOSE, Closeness
from goldenthread.people.models import Audience, Person


class Room(Protocol):
    """A module named closeness, in a room above."""

    def closeness(self, by: Person, to: Collection[int]) -> Mapping[int, Iterable[Audience]]: ...


def closeness_of(by: Person, to: Collection[int], *, rooms: Iterable[Room] | None = None) -> dict[int, Closeness]:
    """How close this person is to each of those."""
    near: dict[int, Closeness] = defaultdict(lambda: NOT_CLOSE)
    for room in _rooms_above() if rooms is None else rooms:
        for key, audiences in room.closeness(by, to).items():
            near[key] |= KNOWN_UPSTAIRS.intersection(audiences)
    return near


def _rooms_above() -> list[Room]:
    return [cast("Room", module) for module in drawers("closeness") if module.__name__ != __name__]
