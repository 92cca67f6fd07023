"""From a key that stands in an e-mail to the booking. For views of all wings."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering

View = Callable[..., HttpResponse]


def with_its_email(view: View) -> View:
    """Give the view the booking whose key stands in the e-mail."""

    @wraps(view)
    def found(request: HttpRequest, gathering: Gathering, key: str, **more: Any) -> HttpResponse:
        booking = get_object_or_404(
            Booking.with_presses.select_related("person", "withdrawal"), gathering=gathering, key=key
        )
        # With its facts, which the page of a booking tells.
        booking.gathering = gathering
        return view(request, booking, **more)

    return login_not_required(at_its_address(found))


def one_of(gathering: Gathering, pk: int) -> Booking:
    """For its convenors, with all that their pages say of it."""
    return get_object_or_404(
        gathering.bookings.select_related("person", "gathering", "brought_in", "withdrawal"), pk=pk
    )
