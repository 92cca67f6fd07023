"""What the desk answers."""

from collections.abc import Mapping, Sequence

from django.db.models import Model, QuerySet

from goldenthread.desk.acts import ACTS
from goldenthread.desk.keeping import KEPT
from goldenthread.desk.models import OwnWords
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows, RoomAbovePeople
from goldenthread.people.models import Person


class Desk(RoomAbovePeople):
    """The pages about this site, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        """What a site says of itself it says of those who run it."""
        return {OwnWords: _said_of}


def _said_of(person: Person) -> QuerySet[OwnWords]:
    return OwnWords.objects.all() if person.is_keeper else OwnWords.objects.none()
