"""Whose a decision or a reading is: a decision of those it is about, once they know it; a task of those who read, not of who
asked them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from goldenthread.gatherings.voices.models import Decision, OwedAnswer, Readership, Reading, ReadingCorrection, Voice
from goldenthread.gatherings.voices.models.decision import DecisionQuerySet
from goldenthread.people.above import NameOfAnother, OwnedRows
from goldenthread.people.models import Person


def _decisions_about(person: Person) -> DecisionQuerySet:
    return Decision.objects.made_known().about(person)


def _for_convenors(_row: Readership, _person: Person) -> str:
    """The same whatever stands there."""
    return _("What the convenors noted when they asked you. Ask them, and they’ll tell you.")


OWNED_DECISIONS: Mapping[type[Model], OwnedRows] = {
    Decision: _decisions_about,
    OwedAnswer: lambda person: OwedAnswer.objects.filter(
        voice__in=Voice.objects.all().of(person).proved().filter(unproved_since=None)
    ),
    # Of who wrote it: a convenor who typed it in finds it where it is read.
    Reading: Reading.objects.all().by,
    ReadingCorrection: lambda person: ReadingCorrection.objects.filter(reading__reader=person),
    Readership: lambda person: Readership.objects.filter(person=person),
}
FOR_CONVENORS: Mapping[tuple[type[Model], str], NameOfAnother] = {
    (Readership, "has_lived_experience"): _for_convenors,
    (Readership, "asked_as"): _for_convenors,
}
