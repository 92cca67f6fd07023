"""Who looks at the page of the day: whoever holds the e-mail, or is signed in and has a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.state import WITHOUT_A_PLACE
from goldenthread.gatherings.day.door_list import ON_THE_LIST
from goldenthread.gatherings.day.door_qr_code import booking_on
from goldenthread.gatherings.plan import rules
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Guest:
    """Somebody who looks, their place or what they asked for, and the address from which their pages of the day go on."""

    gathering: Gathering
    booking: Booking | None
    person: Person | None
    at: str
    hosts: bool = False
    has_email: bool = False

    @property
    def has_place(self) -> bool:
        """Whoever only waits, or has asked, reads how they stand, and nothing that is for those who come."""
        return self.booking is not None and self.booking.state not in WITHOUT_A_PLACE

    @property
    def place(self) -> Booking:
        """For views that only those with a place reach."""
        return cast(Booking, self.booking)


def for_guests(view: View) -> View:
    """Give the view whoever looks. With a key in the address it is whose e-mail that is, and nobody else."""

    @wraps(view)
    def wrapped(request: HttpRequest, gathering: Gathering, key: str = "", **more: Any) -> HttpResponse:
        return view(request, _by_email(gathering, key) if key else _signed_in(request, gathering), **more)

    return login_not_required(at_its_address(wrapped))


def for_those_with_a_place(view: View) -> View:
    """The same, only for who has a place."""

    @wraps(view)
    def wrapped(request: HttpRequest, guest: Guest, **more: Any) -> HttpResponse:
        if not guest.has_place:
            raise Http404
        return view(request, guest, **more)

    return for_guests(wrapped)


def for_those_with_a_slip(view: View) -> View:
    """Give the view whose slip it is. It says that they are here, and opens nothing else of theirs."""

    @wraps(view)
    def wrapped(request: HttpRequest, gathering: Gathering, slip: str) -> HttpResponse:
        booking = get_object_or_404(_places(gathering), pk=booking_on(slip))
        at = reverse("day:day", args=[gathering.slug])
        return view(request, Guest(gathering, booking, booking.person, at, has_email=True))

    return login_not_required(at_its_address(wrapped))


def _by_email(gathering: Gathering, key: str) -> Guest:
    booking = get_object_or_404(_places(gathering), key=key)
    if booking.state not in ON_THE_LIST and gathering.arrivals.standing_of(booking) is None:
        # A place that was given up or passed on opens no more than the address does.
        return Guest(gathering, None, None, reverse("day:day", args=[gathering.slug]))
    at = reverse("day:day_of", args=[gathering.slug, key])
    return Guest(gathering, booking, booking.person, at, has_email=True)


def _signed_in(request: HttpRequest, gathering: Gathering) -> Guest:
    person = request.user if isinstance(request.user, Person) else None
    # Signed in, their address has proved to be theirs, whoever typed it in.
    mine = _places(gathering).seated().of(person=person, email=person.email or "") if person else None
    booking = mine.order_by("pk").first() if mine is not None else None
    hosts = person is not None and rules.may_change(person, gathering)
    return Guest(gathering, booking, person, reverse("day:day", args=[gathering.slug]), hosts=hosts)


def _places(gathering: Gathering) -> Any:
    return gathering.bookings.select_related("person", "gathering").defer("needs", "table_needs", "supporter", "line")
