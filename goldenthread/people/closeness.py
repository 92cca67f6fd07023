"""Who is close to whom: told by the rooms above."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from goldenthread.kit.registry import rooms
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.audience import KNOWN_UPSTAIRS, NOT_CLOSE, Closeness
from goldenthread.people.models import Person


def closeness_of(
    by: Person, to: Collection[int], *, above: Iterable[RoomAbovePeople] | None = None
) -> dict[int, Closeness]:
    """How close this person is to each of those."""
    near: dict[int, Closeness] = defaultdict(lambda: NOT_CLOSE)
    for room in rooms(RoomAbovePeople) if above is None else above:
        for key, audiences in room.closeness(by, to).items():
            near[key] |= KNOWN_UPSTAIRS.intersection(audiences)
    return near
