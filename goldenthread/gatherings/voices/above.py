"""What voices ask of the wings above: that the words of somebody who is forgotten stand nowhere any more."""

from __future__ import annotations

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.voices.models import Contribution


class RoomAboveVoices(RoomAbovePlan):
    """A wing that shows what people bring, and what it is asked about it."""

    def forget_contribution(self, contribution: Contribution) -> None:
        """Erases its words wherever this wing copied them: all who brought it are forgotten."""
