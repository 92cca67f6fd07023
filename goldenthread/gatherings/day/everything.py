"""Whose it is: an arrival of whoever came, not of whoever wrote it down; a tick of whoever set it, and never of the other."""

from django.db.models import QuerySet

from goldenthread.gatherings.day.models import Arrival, Tick
from goldenthread.people.models import Person


def arrivals_of(person: Person) -> QuerySet[Arrival]:
    return Arrival.objects.filter(booking__person=person)


def ticks_by(person: Person) -> QuerySet[Tick]:
    return Tick.objects.filter(by__person=person)


WHOSE = {"day.Arrival": arrivals_of, "day.Tick": ticks_by}
