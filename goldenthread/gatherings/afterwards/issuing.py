"""Certificates: for everybody who was there, in one press, and never from anything but the arrivals."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.afterwards.attending import what_is_printed
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.models import WAS_HERE
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.outbox.models.refusal import whose as unreadable
from goldenthread.people.models import Person


@transaction.atomic
def issue(gathering: Gathering, *, by: Person | None, now: datetime) -> int:
    """One for each who came. Pressed again after a correction: the same codes, what is right now, and none for who did not come."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    printed = what_is_printed(gathering)
    Certificate.objects.filter(gathering=gathering, booking__isnull=False).exclude(booking__in=printed).delete()
    booked = Booking.objects.only("person", "email").in_bulk(list(printed))
    for booking, words in printed.items():
        changed = {"printed": words, "person_id": booked[booking].person_id, "whose": _whose(booked[booking])}
        Certificate.objects.update_or_create(
            booking_id=booking,
            defaults=changed,
            create_defaults=changed | {"gathering": gathering, "by": by, "at": now},
        )
    note(by, "issued certificates", gathering)
    return len(printed)


def _whose(booking: Booking) -> str:
    """It outlives the booking, and whoever had not confirmed that by then must find it by their address."""
    return unreadable(booking.email) if booking.email else ""


def holds(certificate: Certificate) -> bool:
    """Whether it is still true: a correction at the door takes it back at once, before anybody presses anything."""
    if certificate.booking is None:
        return True
    return certificate.gathering.arrivals.standing_of(certificate.booking) in WAS_HERE
