from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from goldenthread.gatherings.bookings.models.presses import A_PRESS_WAITS, LONGEST_WAIT, PROVED
from goldenthread.gatherings.bookings.models.state import LIVE, SEATED, WITHOUT_A_PLACE, State
from goldenthread.gatherings.plan.models import Cancellation, Gathering
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.bookings.models.booking import Booking


# As `Booking.turn`.
TURN = Coalesce("moved_to", "pk", output_field=models.BigIntegerField())


class BookingQuerySet(models.QuerySet["Booking"]):
    """Questions about bookings."""

    def live(self) -> BookingQuerySet:
        return self.filter(state__in=LIVE)

    def seated(self) -> BookingQuerySet:
        """Those for whom a seat stands ready, confirmed or not."""
        return self.filter(state__in=SEATED)

    def coming(self) -> BookingQuerySet:
        return self.filter(state=State.COMING)

    def unanswered(self) -> BookingQuerySet:
        """Brought in by others, with a seat or in line, and not answered yet: only one e-mail goes there."""
        return self.live().filter(confirmed_at=None, brought_in__isnull=False)

    def answered(self) -> BookingQuerySet:
        """Everybody else: who asked for the place, has said yes, or has no address to be asked at."""
        return self.exclude(state=State.EXPECTED).filter(Q(confirmed_at__isnull=False) | Q(brought_in=None))

    def in_waiting_order(self) -> BookingQuerySet:
        """Who waits, first come first served, unless a convenor moved somebody. By the order of writing: a sample house's clock
        may be set back."""
        return self.filter(state=State.WAITING).order_by(TURN, "pk")

    def awaiting_an_answer(self) -> BookingQuerySet:
        """Who asked, showed that the address is theirs, and has not been answered; the longest wait first."""
        return self.filter(PROVED, state=State.ASKED, withdrawal=None).order_by("at", "pk")

    def without_mere_presses(self) -> BookingQuerySet:
        """Not addresses that only asked, or wait, and that nobody has confirmed: anybody may have typed them."""
        return self.filter(PROVED | ~Q(state__in=WITHOUT_A_PLACE))

    def waiting_before(self, booking: Booking) -> BookingQuerySet:
        return self.filter(state=State.WAITING).alias(turn_of=TURN).filter(turn_of__lt=booking.turn)

    def of(self, *, person: Person | None, email: str) -> BookingQuerySet:
        """By whoever this is: the same person, or the same address."""
        same = Q(email=email) if email else Q(pk=None)
        return self.filter(same | Q(person=person)) if person else self.filter(same)

    def going_ahead(self) -> BookingQuerySet:
        """Of what was called off, everything stands still. Not by a join: these rows are claimed with `update`."""
        return self.exclude(Exists(Cancellation.objects.filter(gathering=OuterRef("gathering"))))

    def to_remind(self, now: datetime) -> BookingQuerySet:
        return self.going_ahead().filter(state=State.KEPT, reminded_at=None, remind_at__lte=now)

    def to_release(self, now: datetime) -> BookingQuerySet:
        """Not confirmed in time, and reminded first: a house that slept does not take its reader by surprise."""
        overdue = self.going_ahead().filter(state=State.KEPT, until__lte=now, reminded_at__isnull=False)
        reminded = overdue.filter(reminded_at__lte=now - (F("until") - F("remind_at")))
        # Whoever asked again has as long from then, but no place stays empty on the day itself.
        later = self.model.with_presses.filter(gathering=OuterRef("gathering"), email=OuterRef("email")).pressed_again()
        to_come = Gathering.objects.exclude(day__lte=timezone.localdate(now))
        return reminded.exclude(
            Exists(later.filter(at__gt=now - A_PRESS_WAITS)), at__gt=now - LONGEST_WAIT, gathering__in=to_come
        )

    def to_pass_on(self, now: datetime) -> BookingQuerySet:
        return self.going_ahead().filter(state=State.OFFERED, until__lte=now)

    def without_address(self) -> BookingQuerySet:
        """Whom no e-mail reaches."""
        return self.filter(email="", person__email=None)

    def asked(self) -> BookingQuerySet:
        """Brought in by others, and asked by e-mail since."""
        return self.filter(brought_in__asked_at__isnull=False)

    def showing_their_names(self) -> BookingQuerySet:
        """To others who are coming, by their own word; not of who is giving their place up."""
        return self.coming().filter(confirmed_at__isnull=False, showing__isnull=False, withdrawal=None)

    def with_needs(self) -> BookingQuerySet:
        """Of those who said so themselves: what a stranger typed for an address is nobody's need."""
        of_some_use = self.live().exclude(state=State.ASKED)
        return of_some_use.exclude(needs="", table_needs="").filter(PROVED)

    def with_needs_in_words(self) -> BookingQuerySet:
        """What no table can be asked for: people have to read it."""
        return self.with_needs().exclude(needs="")

    def pressed_again(self) -> BookingQuerySet:
        """Presses that nobody has confirmed. Ask `with_presses` for them."""
        return self.filter(state=State.AGAIN, confirmed_at=None)
