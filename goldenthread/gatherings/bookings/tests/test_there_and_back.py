"""Whoever has a place, while a plan is changed there and back, or sent and changed once more."""

from datetime import date

import pytest

from goldenthread.gatherings.bookings.models import Booking, Owed
from goldenthread.gatherings.bookings.tests.changing import moves
from goldenthread.gatherings.plan.models import PendingChanges
from goldenthread.gatherings.plan.pending_changes import NoSlip, drop, send_now
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

MAY = date(2027, 5, 4)


def changed():
    emails = Email.objects.filter(kind="booking: changed").order_by("address")
    return [email.address.partition("@")[0] for email in emails]


def test_who_booked_between_there_and_back_is_owed_the_way_back(everybody, room, ada, ask, now, emails):
    moves(room, ada, clock.now(), day=MAY)
    Booking.objects.filter(pk=ask("Fay").pk).update(at=now)
    moves(room, ada, clock.now(), day=date(2027, 4, 20))

    with pytest.raises(NoSlip):
        drop(PendingChanges.objects.get(), by=ada)
    emails()

    assert changed() == ["fay"]


def test_what_is_sent_now_is_what_was_seen(everybody, room, ada, client):
    moves(room, ada, clock.now(), venue="The Mill")
    send_now(PendingChanges.objects.get())
    moves(room, ada, clock.now(), cost="£9", day=MAY)

    assert (len(changed()), Owed.objects.filter(at__gte=PendingChanges.objects.get().first_at).count()) == (5, 5)
    assert "The Mill" in Email.objects.get(address="ann@example.org").text
