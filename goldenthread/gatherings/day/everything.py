"""Whose an arrival is: of whoever came, not of whoever wrote it down."""

from django.db.models import QuerySet

from goldenthread.gatherings.day.models import Arrival
from goldenthread.people.models import Person


def arrivals_of(person: Person) -> QuerySet[Arrival]:
    return Arrival.objects.filter(booking__person=person)


WHOSE = {"day.Arrival": arrivals_of}
