"""Whose a plan is, where it speaks of people in its own words: of those who convene it."""

from django.db.models import QuerySet

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person


def plans_of(person: Person) -> QuerySet[Gathering]:
    return Gathering.objects.filter(convenings__person=person).distinct()


WHOSE = {"plan.Gathering": plans_of}
