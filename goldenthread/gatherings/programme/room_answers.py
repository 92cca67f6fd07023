"""What the wing of the programme answers: what it keeps, and how the journal says what happened."""

from __future__ import annotations

from collections.abc import Sequence

from goldenthread.gatherings.programme.acts import ACTS
from goldenthread.gatherings.programme.keeping import KEPT
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept


class Programme(RoomAboveTables):
    """The programme, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS
