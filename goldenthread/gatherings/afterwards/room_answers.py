"""What the wing of what comes afterwards answers: whose a certificate is, and what becomes of it when somebody leaves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Model, QuerySet

from goldenthread.gatherings.afterwards.acts import ACTS
from goldenthread.gatherings.afterwards.keeping import KEPT
from goldenthread.gatherings.afterwards.leaving import take_off_certificates
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows
from goldenthread.people.models import Person


class Afterwards(RoomAboveTables):
    """What comes afterwards, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {Certificate: _certificates_of}

    def took_part(self, bookings: Collection[int]) -> Collection[int]:
        certified = Certificate.objects.filter(booking__in=bookings)
        return {booking for booking in certified.values_list("booking", flat=True) if booking}

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        take_off_certificates(person, address)
        return []


def _certificates_of(person: Person) -> QuerySet[Certificate]:
    """Of whoever was there, not of whoever issued it."""
    return Certificate.objects.of(person, person.email or "")
