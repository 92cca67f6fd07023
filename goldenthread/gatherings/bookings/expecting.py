"""Whoever was put down by others is expected: they hold a seat, and are asked once, by e-mail, whether they come."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking, BroughtIn, Owed, State
from goldenthread.gatherings.bookings.models.brought_in import BroughtInQuerySet
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person

# The one e-mail, as the outbox knows its kind; and what is refused by whoever wants none like it about any gathering.
ASKING, ANY_GATHERING = f"booking: {Owed.Kind.EXPECTED}", "plan.gathering:any"
# That the day moved or is off. A convenor who changes their mind all day fills nobody's mailbox who never asked for a place.
TELLING, MOST_CHANGES_A_DAY = f"booking: {Owed.Kind.CHANGED}", 3


class SaidNo(Exception):
    """Whoever has this address said that they are not coming. Only they can ask for a place now."""


def expect(booking: Booking, held_for: str | None, *, now: datetime, by: Person) -> None:
    """A seat, or a place in line, for somebody who has not said yes. Nobody is written to by this."""
    booking.state, booking.held_for = (State.WAITING, "") if held_for is None else (State.EXPECTED, held_for)
    booking.confirmed_at = None
    booking.save(force_insert=True)
    BroughtIn.objects.create(booking=booking, by=by, at=now)


def expect_after_all(booking: Booking, *, now: datetime, by: Person) -> None:
    """The same for somebody for whom a place was asked, perhaps not by them, and who never confirmed it."""
    booking.state = State.EXPECTED if booking.is_seated else State.WAITING
    booking.until = booking.remind_at = None
    booking.save(update_fields=["state", "until", "remind_at"])
    booking.owed.all().delete()
    BroughtIn.objects.create(booking=booking, by=by, at=now)


def to_ask(gathering: Gathering) -> BroughtInQuerySet:
    """Those who get the one e-mail when somebody presses the button."""
    brought = BroughtIn.objects.to_ask().filter(booking__gathering=gathering)
    return brought.select_related("booking__gathering", "booking__person").order_by("pk")


def how_many_to_ask(gathering: Gathering) -> int:
    """With those who want no e-mail: a smaller number would say of somebody that they left a list."""
    return len({brought_in.booking.email for brought_in in to_ask(gathering)})


@transaction.atomic
def ask_each(brought: BroughtInQuerySet, *, now: datetime) -> int:
    """Owe each of them the e-mail, once. How many they are; whoever wants none gets none, and nobody learns who that is."""
    expected = list(brought.select_for_update(of=("self",)))
    unwanted = no_email_wanted(brought_in.booking.email for brought_in in expected)
    wanted = [brought_in for brought_in in expected if brought_in.booking.email not in unwanted]
    BroughtIn.objects.filter(pk__in=[brought_in.pk for brought_in in expected]).update(asked_at=now)
    Owed.objects.bulk_create(Owed(booking=brought_in.booking, kind=Owed.Kind.EXPECTED, at=now) for brought_in in wanted)
    return len(expected)


@transaction.atomic
def remember_who_left(gathering: Gathering, addresses: Collection[str], *, by: Person) -> None:
    """Whoever left a mailing list is asked by no list of any gathering. Kept so that nobody can read whom it names."""
    Refusal.declare_each(addresses, ASKING, ANY_GATHERING)
    note(by, "brought in who left a mailing list", gathering)


def has_heard_enough(booking: Booking, now: datetime) -> bool:
    """Of changes: who was put down by others and has not answered gets no e-mail that they refused, and not one for every press."""
    if not booking.is_unanswered:
        return False
    lately = Email.objects.filter(address=booking.address, kind=TELLING, written_at__gt=now - timedelta(days=1))
    return bool(no_email_wanted([booking.email])) or lately.count() >= MOST_CHANGES_A_DAY


def has_said_no(gathering: Gathering, email: str) -> bool:
    """To this gathering. It binds whoever brings in a list."""
    return bool(email) and Refusal.objects.stands(email, ASKING, about(gathering))


def noes_to(gathering: Gathering) -> frozenset[str]:
    """The same of many at once, as the book of wishes knows addresses."""
    refusals = Refusal.objects.filter(kind=ASKING, about=about(gathering))
    return frozenset(refusals.values_list("whose", flat=True))


def no_email_wanted(addresses: Iterable[str]) -> set[str]:
    """Those of them who left a mailing list. They may come all the same, and somebody tells them in another way."""
    return Refusal.objects.among(addresses, ASKING, ANY_GATHERING)
