"""What the wing of the programme answers: what it keeps, what the journal says of it, and that it moves with its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model

from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme import chores, erasing_words, plan_changes, plan_preview
from goldenthread.gatherings.programme.acts import ACTS
from goldenthread.gatherings.programme.keeping import KEPT
from goldenthread.gatherings.programme.merging_people import know_as_little
from goldenthread.gatherings.programme.models import VoiceNews
from goldenthread.gatherings.programme.one_session import public_places_of
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.gatherings.voices.above import RoomAboveVoices
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.journal.above import Act
from goldenthread.kit import clock
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import RowMerger


class Programme(RoomAboveTables, RoomAboveVoices):
    """The programme, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def row_mergers(self) -> Mapping[type[Model], RowMerger]:
        return {VoiceNews: know_as_little}

    def plan_changed(self, before: Gathering, after: Gathering, written_to: set[str]) -> None:
        plan_changes.plan_changed(before, after, written_to)

    def changes_sent(self, gathering: Gathering) -> None:
        chores.tell_voices_of(gathering, clock.now())

    def preview(self, gathering: Gathering) -> Preview:
        return plan_preview.preview(gathering)

    def after_a_new_time(self, gathering: Gathering) -> str:
        return plan_changes.programme_in_words(gathering)

    def places_of(self, contribution: Contribution) -> Sequence[tuple[str, str]]:
        return public_places_of(contribution)

    def forget_contribution(self, contribution: Contribution) -> None:
        erasing_words.forget_contribution(contribution)
