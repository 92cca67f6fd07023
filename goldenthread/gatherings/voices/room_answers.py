"""What the wing of voices answers: what it keeps, what it writes down, and whose an answer is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.voices.call_acts import ACTS
from goldenthread.gatherings.voices.keeping import KEPT
from goldenthread.gatherings.voices.models import CallAnswer
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows


class Voices(RoomAbovePlan):
    """Voices, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        """Of whoever brings it."""
        return {CallAnswer: CallAnswer.objects.of_somebody}
