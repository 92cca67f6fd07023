"""What the wing of the programme answers: what it keeps."""

from __future__ import annotations

from collections.abc import Sequence

from goldenthread.gatherings.programme.keeping import KEPT
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.kit.keeping import Kept


class Programme(RoomAboveTables):
    """The programme, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT
