"""Who asked for a place, and what the convenors answer: yes, or a kind no that is seen before it goes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answer_forms import NoForm
from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.correcting_for_them import BookedAlready
from goldenthread.gatherings.bookings.emails import as_it_will_be
from goldenthread.gatherings.bookings.http import if_opened, one_of
from goldenthread.gatherings.bookings.models import Booking, KindNo, Owed
from goldenthread.gatherings.bookings.places_by_asking import say_no, say_yes
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits
from goldenthread.people.http import Request


@for_its_convenors
@require_POST
@if_opened
def listed_yes(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """They have a place, or a turn where all are taken."""
    booking = one_of(gathering, pk)
    if _is_too_often(request, booking):
        messages.error(request, limits.OFTEN_ENOUGH)
        return redirect("bookings:listed", gathering.slug, pk)
    try:
        answered = say_yes(booking, now=clock.now(), by=request.user)
    except NotLive:
        messages.info(request, in_words.THAT_WAS_DONE)
    except BookedAlready:
        messages.error(request, _("They already have another booking here."))
    else:
        messages.success(request, emailed(_how_it_stands(answered)))
    return redirect("bookings:listed", gathering.slug, pk)


@for_its_convenors
@if_opened
def listed_no(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """A sentence of one's own and another door; then the e-mail as it will be read, and one button."""
    booking, now = one_of(gathering, pk), clock.now()
    if not rules.may_say_no(booking, now):
        messages.info(request, in_words.THAT_WAS_DONE)
        return redirect("bookings:listed", gathering.slug, pk)
    form = NoForm(request.POST if request.method == "POST" else None, gathering=gathering, now=now)
    page: dict[str, Any] = {"gathering": gathering, "booking": booking, "form": form}
    if not form.is_valid() or request.POST.get("press") == "change":
        status = 422 if form.is_bound and form.errors else 200
        return render(request, "bookings/no.html", page, status=status)
    no = KindNo(booking=booking, by=request.user, at=now, **form.answer())
    if request.POST.get("press") != "send":
        page["emails"] = [as_it_will_be(Owed(booking=booking, kind=Owed.Kind.NO))] if booking.address else []
        return render(request, "bookings/no_seen.html", page)
    return _send(request, no)


def _send(request: Request, no: KindNo) -> HttpResponse:
    if _is_too_often(request, no.booking):
        messages.error(request, limits.OFTEN_ENOUGH)
    else:
        try:
            say_no(no)
        except NotLive:
            messages.info(request, in_words.THAT_WAS_DONE)
        else:
            messages.success(
                request, emailed(_("Saved. They’ll read it in an e-mail, and on the page of their booking."))
            )
    return redirect("bookings:listed", no.booking.gathering.slug, no.booking.pk)


def _is_too_often(request: Request, booking: Booking) -> bool:
    whose = booking.email or f"booking {booking.pk}"
    return limits.is_too_often(request, "write_to_somebody", whose, sender=request.user.pk)


def _how_it_stands(booking: Booking) -> str:
    if booking.is_waiting:
        return _("You said yes. Every place is taken, so they’re on the waiting list. We e-mail them.")
    return _("You said yes. They have a place, and we e-mail them.")
