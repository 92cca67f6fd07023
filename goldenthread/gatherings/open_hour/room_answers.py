"""What an open hour answers: what it keeps, and whose a card is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model, QuerySet

from goldenthread.gatherings.open_hour.acts import ACTS
from goldenthread.gatherings.open_hour.keeping import KEPT
from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows
from goldenthread.people.models import Person


class OpenHourRoom(RoomAboveTables):
    """An open hour, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {Topic: _hosted_by}


def _hosted_by(person: Person) -> QuerySet[Topic]:
    """Of whoever hosts it, not of whoever set the open hour."""
    return Topic.objects.filter(host__person=person)
