"""What threads answer: who has met whom, whose a row is that speaks of two people, and what goes when one of them leaves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Model

from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows, RoomAbovePeople, RowMerger
from goldenthread.people.models import Audience, Person
from goldenthread.threads import leaving, merging_people, ownership
from goldenthread.threads.acquaintance import met_by
from goldenthread.threads.keeping import KEPT
from goldenthread.threads.models import Side

MET = frozenset({Audience.MET})


class Threads(RoomAbovePeople):
    """Threads, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return ownership.OWNED_ROWS

    def columns_that_name_others(self) -> Mapping[type[Model], Collection[str]]:
        return ownership.COLUMNS_THAT_NAME_OTHERS

    def closeness(self, by: Person, to: Collection[int]) -> Mapping[int, Collection[Audience]]:
        """What "met" means is decided in `acquaintance.met_by`."""
        return dict.fromkeys(met_by(by, to), MET)

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        if person:
            leaving.forget_what_spoke_of(person)
        return []

    def before_merging(self, stays: Person, goes: Person) -> None:
        merging_people.rewrite_pairs(stays, goes)

    def row_mergers(self) -> Mapping[type[Model], RowMerger]:
        return {Side: merging_people.merge_sides}
