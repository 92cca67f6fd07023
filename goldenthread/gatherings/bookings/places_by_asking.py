"""Places by asking: whoever asks holds no place until a convenor says yes, or a kind no.

Nobody is answered by the clock, and anybody may ask again: docs/decisions/0050-a-place-that-is-asked-for.md.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.models import Booking, KindNo, Opening, Owed, QuietWord, State
from goldenthread.gatherings.bookings.rules import may_say_no, may_say_yes
from goldenthread.gatherings.bookings.seats import stand
from goldenthread.gatherings.bookings.waiting_list import move_on, seat_for
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.kit.address import absolute
from goldenthread.people.models import Person


@transaction.atomic
def say_yes(booking: Booking, *, now: datetime, by: Person) -> Booking:
    """The place is theirs as after any booking; where all are taken they wait in line. Raises `NotLive` and `BookedAlready`."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    booking = _as_it_is(booking)
    if not may_say_yes(booking, now):
        raise NotLive
    others = Booking.objects.live().filter(gathering=booking.gathering_id).exclude(pk=booking.pk)
    if others.of(person=booking.person, email=booking.email).exists():
        raise BookedAlready
    KindNo.objects.filter(booking=booking).delete()
    _give(booking, opening, now)
    note(by, "said yes to somebody who asked", booking)
    move_on(opening, now)
    return booking


@transaction.atomic
def say_no(no: KindNo) -> Booking:
    """They are e-mailed once, in the words that were seen before. Raises `NotLive`, also for a second press."""
    Opening.objects.in_turn(no.booking.gathering_id)
    booking = _as_it_is(no.booking)
    if not may_say_no(booking, no.at):
        raise NotLive
    booking.state, booking.ended_at = State.NOT_THIS_TIME, no.at
    booking.needs = booking.table_needs = booking.supporter = ""
    booking.save(update_fields=["state", "ended_at", "needs", "table_needs", "supporter"])
    booking.owed.all().delete()
    QuietWord.objects.filter(booking=booking).delete()
    no.save(force_insert=True)
    if booking.address:
        Owed.objects.create(booking=booking, kind=Owed.Kind.NO, at=no.at)
    note(no.by, "said no to somebody who asked", booking)
    return booking


def who_waits_for_an_answer(gathering: Gathering) -> list[Booking]:
    """In the order in which they asked, those who have not shown yet that the address is theirs among them; not who is taking
    it back."""
    rows = gathering.bookings.filter(state=State.ASKED, withdrawal=None).select_related(
        "gathering", "person", "brought_in"
    )
    return list(rows.order_by("at", "pk"))


def give_places_in_turn(opening: Opening, now: datetime) -> None:
    """From now on it is first come, first served: whoever waits for an answer has a place, or a turn, as they asked. Call it while
    the opening is locked."""
    for booking in who_waits_for_an_answer(opening.gathering):
        _give(booking, opening, now)


def in_their_words(no: KindNo) -> dict[str, Any]:
    """A no as its e-mail says it. Who wants to answer it answers its writer."""
    gathering, further = no.booking.gathering, no.next_gathering
    return {
        "no": no,
        "next_address": absolute(further.get_absolute_url()) if further else "",
        "follow_address": absolute(reverse("plan:following", args=[gathering.slug])),
        "speaks_of": no.by,
        "answers_to": no.by,
    }


def earlier_noes(booking: Booking) -> list[KindNo]:
    """What they read here before, under another booking."""
    theirs = Booking.objects.filter(gathering=booking.gathering_id).exclude(pk=booking.pk)
    return list(KindNo.objects.filter(booking__in=theirs.of(person=booking.person, email=booking.email)).order_by("pk"))


def _give(booking: Booking, opening: Opening, now: datetime) -> None:
    # Those who wait first: whoever was said yes to before keeps their turn.
    kind = stand(booking, opening, seat_for(booking, opening, move_on(opening, now), now), now)
    booking.ended_at = None
    if booking.is_coming:
        # From now on it is theirs: no reminder follows at once upon the e-mail that says so.
        booking.confirmed_at = now
    booking.save(update_fields=["state", "held_for", "until", "remind_at", "ended_at", "confirmed_at"])
    booking.owed.all().delete()
    if booking.address:
        Owed.objects.create(booking=booking, kind=kind, at=now)


def _as_it_is(booking: Booking) -> Booking:
    rows = Booking.objects.select_related("gathering", "person", "brought_in", "withdrawal")
    return rows.get(pk=booking.pk)
