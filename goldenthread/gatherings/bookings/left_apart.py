"""Whose name somebody does not read among those who come, by whichever of their addresses either of them booked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.people.models import Person
from goldenthread.threads.left_in_peace import left_in_peace_by


@dataclass(frozen=True)
class LeftApart:
    """People, and every address that we know to be theirs: a second booking may have no person."""

    people: frozenset[int] = frozenset()
    addresses: frozenset[str] = frozenset()

    def includes(self, booking: Booking) -> bool:
        return booking.person_id in self.people or booking.email in self.addresses


def left_apart_from(person: Person | None, address: str) -> LeftApart:
    """For whoever reads with this booking: what is hidden from any of the people whom they go by here."""
    addresses = _addresses_of([person.pk] if person else []) | ({address} - {""})
    readers = list(Person.objects.filter(Q(email__in=addresses) | Q(pk__in=_who_booked(addresses))))
    if person and person not in readers:
        readers.append(person)
    apart = {pk for reader in readers for pk in left_in_peace_by(reader)} - {reader.pk for reader in readers}
    return LeftApart(frozenset(apart), frozenset(_addresses_of(apart) - addresses)) if apart else LeftApart()


def _addresses_of(people: Collection[int]) -> set[str]:
    now = Person.objects.filter(pk__in=people).exclude(email=None).values_list("email", flat=True)
    booked = Booking.objects.filter(person__in=people).exclude(email="").values_list("email", flat=True)
    return {address for address in now.union(booked) if address}


def _who_booked(addresses: Collection[str]) -> list[int]:
    rows = Booking.objects.filter(email__in=addresses).exclude(person=None)
    return [pk for pk in rows.values_list("person", flat=True).distinct() if pk]
