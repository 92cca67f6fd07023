"""What an open hour answers: what it keeps, whose a card is, and when and where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model, QuerySet

from goldenthread.gatherings.open_hour.acts import ACTS
from goldenthread.gatherings.open_hour.in_words import in_words
from goldenthread.gatherings.open_hour.keeping import KEPT
from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.above import OpenHourInWords, RoomAboveProgramme
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows
from goldenthread.people.models import Person


class OpenHourRoom(RoomAboveProgramme):
    """An open hour, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {Topic: _hosted_by}

    def open_hour(self, gathering: Gathering) -> OpenHourInWords | None:
        return in_words(gathering)


def _hosted_by(person: Person) -> QuerySet[Topic]:
    """Of whoever hosts it, not of whoever set the open hour."""
    return Topic.objects.filter(host__person=person)
