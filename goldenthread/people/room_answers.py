"""What the room of people answers."""

from collections.abc import Sequence

from goldenthread.journal.above import Act, RoomAboveJournal
from goldenthread.kit.keeping import Kept
from goldenthread.people.acts import ACTS
from goldenthread.people.keeping import KEPT


class People(RoomAboveJournal):
    """Persons, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS
