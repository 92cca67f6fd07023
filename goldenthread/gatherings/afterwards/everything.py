"""Whose a certificate is: of whoever was there, not of whoever issued it."""

from django.db.models import QuerySet

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.people.models import Person


def certificates_of(person: Person) -> QuerySet[Certificate]:
    return Certificate.objects.of(person, person.email or "")


WHOSE = {"afterwards.Certificate": certificates_of}
