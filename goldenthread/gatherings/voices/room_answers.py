"""What the wing of voices answers: what it keeps, whose a decision or a reading is, and what its entries say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.voices.keeping import KEPT
from goldenthread.gatherings.voices.models import Decision, OwedAnswer, Readership, Voice
from goldenthread.gatherings.voices.models.decision import DecisionQuerySet
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
        return READING_ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        """A decision is of those it is about, once they know it; a task of those who read, not of who asked them."""
        return {
            Decision: _decisions_about,
            OwedAnswer: lambda person: OwedAnswer.objects.filter(voice__in=Voice.objects.of(person)),
            Readership: lambda person: Readership.objects.filter(person=person),
        }

    def names_of_others(self) -> Mapping[tuple[type[Model], str], NameOfAnother]:
        return {(Readership, "has_lived_experience"): _for_convenors, (Readership, "asked_as"): _for_convenors}


def _decisions_about(person: Person) -> DecisionQuerySet:
    return Decision.objects.made_known().about(person)


def _for_convenors(_row: Readership, _person: Person) -> str:
    """The same whatever stands there."""
    return _("What the convenors noted when they asked you. Ask them, and they’ll tell you.")
