"""One booking, for the convenors: somebody rang up."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.bookings.answering import NotLive, say_yes_for
from goldenthread.gatherings.bookings.expecting import has_said_no
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, end_for
from goldenthread.gatherings.bookings.http import if_opened, one_of
from goldenthread.gatherings.bookings.in_words import THAT_WAS_DONE
from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, QuietWord
from goldenthread.gatherings.bookings.places_by_asking import earlier_noes
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.kit.registry import rooms
from goldenthread.people import limits
from goldenthread.people.http import Request


@for_its_convenors
@require_safe
def listed(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Everything that a convenor may see of one booking; no hats."""
    booking, now = one_of(gathering, pk), clock.now()
    answers = list(BookingAnswer.objects.of_booking(booking).in_order())
    if booking.needs or booking.table_needs or booking.supporter or answers:
        note_reading(request.user, "read what somebody needs", booking)
    page = {
        "gathering": gathering,
        "booking": booking,
        "answers": answers,
        "until": in_words.until(booking),
        "quiet": QuietWord.objects.at(gathering).for_reader(request.user).by_booking(),
        "is_over": rules.is_over(booking.gathering, now),
        "may_end": rules.may_end(booking, now),
        "ways": [way for wing in rooms(RoomAboveBookings) for way in wing.ways_for_convenors(booking)],
        "may_put_back": (may_put_back := _may_put_back(booking, now)),
        "by_asking": may_put_back and rules.is_by_asking(gathering),
        "number": 1 + gathering.bookings.waiting_before(booking).count() if rules.may_move_in_line(booking, now) else 0,
    }
    if booking.has_asked or booking.is_no:
        page |= _to_answer(booking, now)
    return render(request, "bookings/listed.html", page)


def _may_put_back(booking: Booking, now: datetime) -> bool:
    """Not who said for good that they are not coming: only they can ask again."""
    is_theirs = rules.may_put_back(booking, now) and rules.may_vouch_for(booking)
    return is_theirs and not has_said_no(booking.gathering, booking.email)


def _to_answer(booking: Booking, now: datetime) -> dict[str, Any]:
    """Who was said no to before may have asked again."""
    return {
        "may_say_yes": rules.may_say_yes(booking, now),
        "may_say_no": rules.may_say_no(booking, now),
        "earlier": earlier_noes(booking) if booking.is_proved else [],
    }


@for_its_convenors
@require_POST
@if_opened
def listed_cancellation(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """They cannot come. The place passes on, and who has an address gets an e-mail."""
    booking = one_of(gathering, pk)
    if rules.is_over(gathering, clock.now()):
        messages.info(request, _("This gathering is over, so nothing was changed."))
        return redirect("bookings:listed", gathering.slug, pk)
    try:
        end_for(booking, apologies="apologies" in request.POST, now=clock.now(), by=request.user)
    except AlreadyOver:
        messages.info(request, THAT_WAS_DONE)
    else:
        messages.success(request, _("%(name)s isn’t on the list any more.") % {"name": booking.listed_as})
    return redirect("bookings:listed", gathering.slug, pk)


@for_its_convenors
@require_POST
@if_opened
def listed_confirmation(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """They told a convenor that they come."""
    booking = one_of(gathering, pk)
    if limits.is_too_often(
        request, "write_to_somebody", booking.email or f"booking {booking.pk}", sender=request.user.pk
    ):
        messages.error(request, limits.OFTEN_ENOUGH)
        return redirect("bookings:listed", gathering.slug, pk)
    try:
        say_yes_for(booking, now=clock.now(), by=request.user)
    except NotLive:
        messages.info(request, THAT_WAS_DONE)
    else:
        messages.success(request, _("Saved."))
    return redirect("bookings:listed", gathering.slug, pk)
