"""Forget me: for whoever booked and never joined, behind the link of their booking."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.erasing import erase, whose
from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.kit.sqlite.emptying import empty_the_log
from goldenthread.people.http import to_goodbye


@with_its_email
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest, booking: Booking) -> HttpResponse:
    """What goes, and one button."""
    may_erase = rules.may_erase(booking, whose(booking))
    if request.method != "POST":
        page = {"gathering": booking.gathering, "booking": booking, "may_erase": may_erase}
        page["may_speak"] = rules.may_speak_for(booking)
        return render(request, "bookings/erasure.html", page)
    if not may_erase:
        raise PermissionDenied
    erase(booking)
    empty_the_log()
    return to_goodbye()
