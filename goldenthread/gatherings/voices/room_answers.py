"""What the wing of voices answers: what it keeps, whose that is, what its entries say, and what goes when somebody leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.voices import leaving, merging_people, owned_decisions, owned_rows
from goldenthread.gatherings.voices.call_acts import ACTS
from goldenthread.gatherings.voices.keeping import KEPT
from goldenthread.gatherings.voices.offer_acts import OFFER_ACTS
from goldenthread.gatherings.voices.reading_acts import READING_ACTS
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import NameOfAnother, OwnedRows
from goldenthread.people.models import Person


class Voices(RoomAbovePlan):
    """Voices, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return (*ACTS, *OFFER_ACTS, *READING_ACTS)

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {**owned_rows.OWNED_ROWS, **owned_decisions.OWNED_DECISIONS}

    def names_of_others(self) -> Mapping[tuple[type[Model], str], NameOfAnother]:
        return {**owned_rows.NAMES_OF_OTHERS, **owned_decisions.FOR_CONVENORS}

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        return leaving.forget_theirs(person, address)

    def before_merging(self, stays: Person, goes: Person) -> None:
        merging_people.stand_once(stays, goes)

    def forget_again(self, marks: set[str]) -> None:
        leaving.forget_again(marks)
