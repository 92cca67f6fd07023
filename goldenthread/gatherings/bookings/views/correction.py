"""One booking, corrected by a convenor for somebody who told them so."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.convenor_forms import CorrectionForm
from goldenthread.gatherings.bookings.correcting_for_them import (
    BookedAlready,
    ChangedMeanwhile,
    TheirAddress,
    WishesStand,
    correct_for,
)
from goldenthread.gatherings.bookings.expecting import SaidNo
from goldenthread.gatherings.bookings.http import if_opened, one_of
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.reading import note_reading
from goldenthread.kit import clock
from goldenthread.people import limits
from goldenthread.people.http import Request

# What a new address may run into, beside the field.
REFUSALS = {
    BookedAlready: gettext_lazy("Somebody already has a booking here with this address. One address has one booking."),
    SaidNo: in_words.SAID_NO,
    TheirAddress: in_words.THEIR_ADDRESS,
    WishesStand: gettext_lazy(
        "Wishes for the tables are kept at this booking, so its address can’t be changed. Ask them to book with the right"
        " address."
    ),
}


@for_its_convenors
@if_opened
def listed_correction(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Name, address, and what they told for the day."""
    booking = one_of(gathering, pk)
    if not rules.may_correct_for(booking, clock.now()):
        messages.info(request, _("This booking has ended, or the gathering is over, so nothing can be corrected."))
        return redirect("bookings:listed", gathering.slug, pk)
    form = CorrectionForm(request.POST if request.method == "POST" else None, booking=booking)
    if booking.needs or booking.table_needs or booking.supporter or form.answers_before:
        note_reading(request.user, "read what somebody needs", booking)
    if form.is_valid():
        limits.check(request, form, "write_to_somebody", _whose(booking, form), sender=request.user.pk)
    try:
        if form.is_valid() and _correct(request, booking, form):
            return redirect("bookings:listed", gathering.slug, pk)
    except ChangedMeanwhile:
        return _shown_with_both(request, gathering, pk)
    page = {"gathering": gathering, "booking": booking, "form": form}
    return render(request, "bookings/correction.html", page, status=limits.status_of(form))


def _shown_with_both(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """They told something anew while a convenor was writing. What was typed stands below what stands there now."""
    booking = one_of(gathering, pk)
    form = CorrectionForm(request.POST, booking=booking)
    form.read_again()
    page = {"gathering": gathering, "booking": booking, "form": form, "meanwhile": True}
    return render(request, "bookings/correction.html", page, status=409)


def _whose(booking: Booking, form: CorrectionForm) -> str:
    return form.details().email or f"booking {booking.pk}"


def _correct(request: Request, booking: Booking, form: CorrectionForm) -> bool:
    """Whether it was done. What does not go stands beside what was typed."""
    details, forgets = form.details(), form.cleaned_data["forgets_sectors"]
    try:
        seen = form.cleaned_data["seen"]
        changed = correct_for(booking, details, seen=seen, forgets_sectors=forgets, now=clock.now(), by=request.user)
    except (BookedAlready, SaidNo, TheirAddress, WishesStand) as refused:
        form.add_error("email", REFUSALS[type(refused)])
        return False
    except NotLive:
        messages.info(request, in_words.THAT_WAS_DONE)
        return True
    messages.success(request, _("Saved.") if changed else _("Nothing was changed."))
    if details.has_supporter and not Booking.objects.get(pk=booking.pk).has_supporter:
        messages.info(request, in_words.NO_SEAT_FOR_SUPPORTER)
    return True
