"""From a key that stands in an e-mail to the booking. For views of all wings."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from goldenthread.gatherings.bookings.in_words import NEVER_OPENED
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering

View = Callable[..., HttpResponse]


def with_its_email(view: View) -> View:
    """Give the view the booking whose key stands in the e-mail."""

    @wraps(view)
    def found(request: HttpRequest, gathering: Gathering, key: str, **more: Any) -> HttpResponse:
        booking = get_object_or_404(
            Booking.with_presses.select_related("person", "withdrawal", "showing"), gathering=gathering, key=key
        )
        # With its facts, which the page of a booking tells.
        booking.gathering = gathering
        try:
            return view(request, booking, **more)
        except Opening.DoesNotExist:
            messages.info(request, NEVER_OPENED)
            return redirect(booking)

    return login_not_required(at_its_address(found))


def if_opened(view: View) -> View:
    """Somebody at the door may have a booking where nobody could book: then a sentence says that nothing follows from it."""

    @wraps(view)
    def answered(request: HttpRequest, gathering: Gathering, pk: int, **more: Any) -> HttpResponse:
        try:
            return view(request, gathering, pk, **more)
        except Opening.DoesNotExist:
            messages.info(request, NEVER_OPENED)
            return redirect("bookings:listed", gathering.slug, pk)

    return answered


def one_of(gathering: Gathering, pk: int) -> Booking:
    """For its convenors, with all that their pages say of it."""
    return get_object_or_404(
        gathering.bookings.select_related("person", "gathering", "brought_in", "withdrawal"), pk=pk
    )
