"""My place at a gathering, and what there is to do with it at this moment: before the day, on it and afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from goldenthread.gatherings.afterwards import feeding_back
from goldenthread.gatherings.afterwards.models import Certificate, Feedback, FeedbackGiven, Outcome
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.chores import TICKS_ARE_KEPT_FOR
from goldenthread.gatherings.day.models import PRESENT, WAS_HERE, Arrival
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Announcement, Arrangement
from goldenthread.kit.suppression import SMALLEST_SHOWN
from goldenthread.people.models import Person

# So long after a gathering there is still something to take home from it.
LATELY = timedelta(days=60)


@dataclass(frozen=True)
class MyPlace:
    """A booking of mine, what every wing knows of it, and the moment at which I look."""

    booking: Booking
    now: datetime

    @property
    def _known(self) -> Any:
        """The booking with all that `_mine` asks of the other wings beside it."""
        return self.booking

    @property
    def gathering(self) -> Gathering:
        return self.booking.gathering

    @property
    def is_over(self) -> bool:
        return rules.is_over(self.gathering, self.now)

    @property
    def goes_ahead(self) -> bool:
        return not (self.gathering.is_called_off or self.gathering.is_postponed)

    @property
    def is_today(self) -> bool:
        """Whether the page of the day is what they need now."""
        return self.booking.is_seated and not self.is_over and rules.may_arrive(self.gathering, self.now)

    @property
    def is_here(self) -> bool:
        return bool(self._known.last_standing in PRESENT)

    @property
    def was_here(self) -> bool:
        return bool(self._known.last_standing in WAS_HERE)

    @property
    def needs_an_answer(self) -> bool:
        """Whether their place is only kept for them, offered to them, or was put down by somebody else."""
        if self.is_to_confirm:
            return self.goes_ahead
        is_answered = self.booking.is_coming or self.booking.is_waiting or self.booking.has_asked
        return self.goes_ahead and (not is_answered or self.booking.is_unanswered)

    @property
    def is_to_confirm(self) -> bool:
        """Whether they asked for a place, or wait for one, and have not said yet that it was them."""
        return (self.booking.has_asked or self.booking.is_waiting) and not self.booking.is_proved

    @property
    def leaves_something(self) -> bool:
        """Whether there is anything to take home, or still to say."""
        tells = self.has_outcome or self.has_answers
        return self.may_tick or self.has_certificate or self.may_give_feedback or (self.was_here and tells)

    @property
    def has_tables(self) -> bool:
        """Whether tables are laid out, for who comes and has said that it is them."""
        return bool(self.booking.is_coming and self._known.has_arrangement)

    @property
    def may_tick(self) -> bool:
        """Whether "stay in touch" can still be ticked: as long as ticks are kept."""
        ends_at, was_told = self.gathering.ends_at, self._known.has_announcement
        return bool(was_told and self.was_here and ends_at and self.now < ends_at + TICKS_ARE_KEPT_FOR)

    @property
    def may_give_feedback(self) -> bool:
        is_owed = self.was_here and not self._known.has_given_feedback
        return bool(is_owed and feeding_back.is_open(self.gathering, self.now))

    @property
    def has_certificate(self) -> bool:
        return bool(self.was_here and self._known.has_certificate)

    @property
    def has_outcome(self) -> bool:
        return bool(self._known.has_outcome)

    @property
    def has_answers(self) -> bool:
        """Whether what people said about the day can be read."""
        return bool(self._known.has_enough_feedback and feeding_back.is_shown(self.gathering, self.now))


def my_places(person: Person, now: datetime) -> list[MyPlace]:
    """At what is to come, soonest first; then at what has been lately, the newest first. In one query, however many."""
    since = (now - LATELY).date()
    lately = Q(gathering__day=None) | Q(gathering__day__gte=since) | Q(gathering__last_day__gte=since)
    places = [MyPlace(booking, now) for booking in _mine(person).filter(lately)]
    to_come = [place for place in places if not place.is_over]
    over = [place for place in reversed(places) if place.is_over]
    return _one_for_each_gathering([*to_come, *over])


def my_place_at(gathering: Gathering, person: Person, now: datetime) -> MyPlace | None:
    booking = _mine(person).filter(gathering=gathering).first()
    if booking is None:
        return None
    # With its facts, which are known here already.
    booking.gathering = gathering
    return MyPlace(booking, now)


def my_place_of(booking: Booking, now: datetime) -> MyPlace | None:
    """From its e-mail; None where it holds no place."""
    known = _with_facts(Booking.objects.live()).filter(pk=booking.pk).first()
    return MyPlace(known, now) if known else None


def _mine(person: Person) -> BookingQuerySet:
    """Signed in, their address has proved to be theirs, whoever typed it in."""
    return _with_facts(Booking.objects.live().of(person=person, email=person.email or ""))


def _with_facts(bookings: BookingQuerySet) -> BookingQuerySet:
    """With all that the other wings know of each, in the same query."""
    facts = ("person", "brought_in", "withdrawal", "gathering__postponement", "gathering__cancellation")
    with_facts = bookings.select_related(*facts).defer("needs", "table_needs", "line").order_by("gathering__day", "pk")
    of_booking, of_gathering = {"booking": OuterRef("pk")}, {"gathering": OuterRef("gathering")}
    latest = Arrival.objects.filter(**of_booking).order_by("-at", "-pk").values("standing")[:1]
    return with_facts.annotate(
        last_standing=Subquery(latest),
        has_arrangement=Exists(Arrangement.objects.filter(**of_gathering)),
        has_announcement=Exists(Announcement.objects.filter(mix__arrangement__gathering=OuterRef("gathering"))),
        has_certificate=Exists(Certificate.objects.filter(**of_booking)),
        has_given_feedback=Exists(FeedbackGiven.objects.filter(**of_booking)),
        has_enough_feedback=Exists(Feedback.objects.filter(**of_gathering)[SMALLEST_SHOWN - 1 : SMALLEST_SHOWN]),
        has_outcome=Exists(Outcome.objects.filter(**of_gathering).exclude(words="")),
    )


def _one_for_each_gathering(places: list[MyPlace]) -> list[MyPlace]:
    """Two addresses of one person may both have booked; the first one is the one that the page of the day shows."""
    first: dict[int, MyPlace] = {}
    for place in places:
        first.setdefault(place.gathering.pk, place)
    return list(first.values())
