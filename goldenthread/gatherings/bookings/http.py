"""From a key that stands in an e-mail to the booking, and from what its owner pressed to a sentence. For views of all wings."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.giving_up import AlreadyOver, give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

View = Callable[..., HttpResponse]


def with_its_email(view: View) -> View:
    """Give the view the booking whose key stands in the e-mail."""

    @wraps(view)
    def found(request: HttpRequest, gathering: Gathering, key: str, **more: Any) -> HttpResponse:
        booking = get_object_or_404(Booking.with_presses.select_related("person"), gathering=gathering, key=key)
        # With its facts, which the page of a booking tells.
        booking.gathering = gathering
        return view(request, booking, **more)

    return login_not_required(at_its_address(found))


def give_up_and_say(request: HttpRequest, booking: Booking, state: State, line: str = "") -> HttpResponse:
    try:
        give_up(booking, state, now=clock.now(), by=booking.person, line=line)
    except AlreadyOver:
        messages.info(request, _("That was done before. Nothing more is needed."))
    else:
        messages.success(request, _("Thank you for saying so. Somebody else can have the place."))
    return redirect(booking)
