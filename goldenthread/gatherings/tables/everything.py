"""Whose is what, where the way from a row to a person is not the nearest one."""

from django.db.models import QuerySet

from goldenthread.gatherings.tables.models import Seat
from goldenthread.people.models import Person


def _seats_of(person: Person) -> QuerySet[Seat]:
    """Mine are those where I sit, not all those of a version that I asked for."""
    return Seat.objects.filter(booking__person=person)


WHOSE = {"tables.Seat": _seats_of}
