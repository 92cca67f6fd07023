"""What the wing of voices answers: what it keeps."""

from __future__ import annotations

from collections.abc import Sequence

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.voices.keeping import KEPT
from goldenthread.kit.keeping import Kept


class Voices(RoomAbovePlan):
    """Voices, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT
