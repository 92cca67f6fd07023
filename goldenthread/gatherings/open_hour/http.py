"""Who stands before the wall: whoever has a place, by the key of their booking, or a convenor, who types in what is on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.models import OpenHour, Topic
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import is_over
from goldenthread.kit import clock
from goldenthread.people.http import Request
from goldenthread.people.models import Person

View = Callable[..., HttpResponse]
A_FORTNIGHT = timedelta(days=14)
CARDS_ARE_CLOSED = gettext_lazy("The gathering is over: no more cards are hung up or moved.")
NOTES_ARE_CLOSED = gettext_lazy("The gathering was more than two weeks ago: no more lines are added.")


@dataclass(frozen=True)
class BeforeTheWall:
    """Somebody who looks, and the address from which their pages go on."""

    gathering: Gathering
    open_hour: OpenHour
    at: str
    booking: Booking | None = None
    convenor: Person | None = None

    @property
    def is_before_the_day(self) -> bool:
        """Months early somebody may hang up a card already; nothing has come of it yet."""
        day = self.gathering.day
        return day is not None and clock.now().astimezone(self.gathering.zone).date() < day

    @property
    def takes_cards(self) -> bool:
        """Until the gathering is over."""
        return not is_over(self.gathering, clock.now())

    @property
    def takes_notes(self) -> bool:
        """For a fortnight more: some remember at home what came of it."""
        return not is_over(self.gathering, clock.now() - A_FORTNIGHT)

    def may_move(self, topic: Topic) -> bool:
        return self.convenor is not None or (self.booking is not None and topic.host_id == self.booking.pk)


def before_the_wall(view: View) -> View:
    """With a key in the address for whose booking that is; without one for convenors."""
    by_key, by_convenor = with_its_email(_with_a_place(view)), login_required(for_its_convenors(_convening(view)))

    # One view for two addresses: with a key, nobody need be signed in.
    @login_not_required
    @wraps(view)
    def either(request: HttpRequest, slug: str, key: str = "", **more: Any) -> HttpResponse:
        return by_key(request, slug=slug, key=key, **more) if key else by_convenor(request, slug=slug, **more)

    return either


def _with_a_place(view: View) -> View:
    def wrapped(request: HttpRequest, booking: Booking, **more: Any) -> HttpResponse:
        if not booking.is_coming:
            return redirect(booking)
        open_hour = get_object_or_404(OpenHour, gathering=booking.gathering)
        at = reverse("open_hour:wall_of", args=[booking.gathering.slug, booking.key])
        return view(request, BeforeTheWall(booking.gathering, open_hour, at, booking=booking), **more)

    return wrapped


def _convening(view: View) -> View:
    """Where there is no open hour yet, they can set one up."""

    def wrapped(request: Request, gathering: Gathering, **more: Any) -> HttpResponse:
        open_hour = OpenHour.objects.of(gathering).first()
        if open_hour is None:
            return redirect("open_hour:setting", gathering.slug)
        at = reverse("open_hour:wall", args=[gathering.slug])
        return view(request, BeforeTheWall(gathering, open_hour, at, convenor=request.user), **more)

    return wrapped
