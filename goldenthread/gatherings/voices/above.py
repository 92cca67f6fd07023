"""What voices ask of the wings above: that the words of somebody who is forgotten stand nowhere any more."""

from __future__ import annotations

from collections.abc import Sequence

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.kit.registry import rooms


class RoomAboveVoices(RoomAbovePlan):
    """A wing that shows what people bring, and what it is asked about it."""

    def places_of(self, contribution: Contribution) -> Sequence[tuple[str, str]]:
        """When and where everybody reads that it is held, and the page that says so."""
        return ()

    def forget_contribution(self, contribution: Contribution) -> None:
        """Erases its words wherever this wing copied them: all who brought it are forgotten."""


def places_of(contribution: Contribution) -> list[tuple[str, str]]:
    return [place for wing in rooms(RoomAboveVoices) for place in wing.places_of(contribution)]
