"""What the room of people answers."""

from collections.abc import Sequence

from goldenthread.kit.keeping import Kept
from goldenthread.kit.registry import Room
from goldenthread.people.keeping import KEPT


class People(Room):
    """Persons, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT
