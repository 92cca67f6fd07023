"""What a convenor puts right on the list: a booking that was ended by mistake, and whose turn it is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings import in_words, listing, rules
from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.convenor_forms import TurnForm
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.expecting import SaidNo
from goldenthread.gatherings.bookings.http import if_opened, one_of
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.moving_in_line import move_in_line
from goldenthread.gatherings.bookings.putting_back import NeverConfirmed, put_back
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request


@for_its_convenors
@require_POST
@if_opened
def listed_return(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """It was ended by mistake. The page after it says how it stands now."""
    booking = one_of(gathering, pk)
    whose = booking.email or f"booking {booking.pk}"
    if limits.is_too_often(request, "write_to_somebody", whose, sender=request.user.pk):
        messages.error(request, limits.OFTEN_ENOUGH)
        return redirect("bookings:listed", gathering.slug, pk)
    try:
        back = put_back(booking, now=clock.now(), by=request.user)
    except SaidNo:
        messages.error(request, in_words.SAID_NO)
    except NeverConfirmed:
        messages.error(
            request, _("Nobody has confirmed this address, so the booking can’t be put back. They can book again.")
        )
    except BookedAlready:
        messages.error(request, _("They already have another booking here."))
    except NotLive:
        messages.info(request, in_words.THAT_WAS_DONE)
    else:
        messages.success(request, _how_it_stands(back))
        messages.info(
            request, _("What they need for the day was erased when their booking ended. Please ask them again.")
        )
    return redirect("bookings:listed", gathering.slug, pk)


@for_its_convenors
@if_opened
def listed_turn(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Whose turn it is, and why. Then the waiting list as it is now."""
    booking, now = one_of(gathering, pk), clock.now()
    if not rules.may_move_in_line(booking, now):
        messages.info(request, _("They’re not on the waiting list any more."))
        return redirect("bookings:listed", gathering.slug, pk)
    waiting = listing.waiting(gathering)
    form = TurnForm(request.POST if request.method == "POST" else None, of=len(waiting))
    if not form.is_valid():
        page = {"gathering": gathering, "booking": booking, "form": form, "waiting": waiting}
        return render(request, "bookings/turn.html", page, status=422 if form.is_bound else 200)
    try:
        number = move_in_line(booking, **form.cleaned_data, now=now, by=request.user)
    except NotLive:
        messages.info(request, in_words.THAT_WAS_DONE)
    else:
        saved = _("%(name)s is number %(n)d on the waiting list now.") % {"name": booking.listed_as, "n": number}
        messages.success(request, saved)
    return redirect("bookings:listed_turn", gathering.slug, pk)


def _how_it_stands(booking: Booking) -> str:
    if booking.is_waiting:
        return _("Every place is taken, so they’re on the waiting list, ahead of those who came after them.")
    return (
        _("They have a place again.")
        if booking.is_coming
        else _("They have a place again, and are asked whether they’re coming.")
    )
