"""What is pressed on the page of a booking: whoever has its e-mail may act on this booking, and on nothing else."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answering import CalledOff, NotLive, confirm
from goldenthread.gatherings.bookings.coming_in import come_in, is_known
from goldenthread.gatherings.bookings.correcting import correct
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, decline, give_to
from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.in_words import THAT_WAS_DONE
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.place_forms import FriendForm, GivingUpForm, StayingForm, ToldForm
from goldenthread.gatherings.bookings.withdrawing import stay_after_all, withdraw
from goldenthread.kit import clock
from goldenthread.outbox.delivery import emailed
from goldenthread.people import limits

THIS_HAS_GONE = gettext_lazy("This place has gone to somebody else. You’re welcome to ask again.")
WE_WILL_WRITE = gettext_lazy("Thank you. We’ll e-mail you when a place comes free.")
THIS_IS_OVER = gettext_lazy("This gathering is over, so places can’t be confirmed any more.")


STAYS = {
    State.COMING: gettext_lazy("Your place is yours again."),
    State.WAITING: gettext_lazy("You stay on the waiting list."),
    State.ASKED: gettext_lazy("Good. The convenors will answer you."),
}


@with_its_email
@require_POST
def confirmation(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Yes, this is me, and I come."""
    now, is_new = clock.now(), not is_known(booking.address)
    try:
        confirmed = confirm(booking, now)
    except CalledOff:
        messages.error(request, _("This gathering is called off."))
    except NotLive:
        messages.error(request, THIS_IS_OVER if rules.is_over(booking.gathering, now) else THIS_HAS_GONE)
    else:
        # Somebody who waits has shown that the address is theirs, and goes on waiting.
        messages.success(request, _what_is_theirs(confirmed))
        if booking.seats > confirmed.seats:
            messages.info(request, in_words.NO_SECOND_SEAT)
        # The link may have been passed on: it opens no page of somebody who was here before.
        then = confirmed.get_absolute_url()
        return come_in(request, booking.address, StayingForm(request.POST), is_proof=is_new, then=then)
    return redirect(booking)


@with_its_email
def cancellation(request: HttpRequest, booking: Booking) -> HttpResponse:
    """I can't come: asked once. From somebody who was only put down by others, it is a no for good."""
    now = clock.now()
    if request.method == "POST" and booking.is_unanswered:
        return _decline(request, booking)
    if not rules.may_give_up(booking, now):
        return redirect(booking)
    form = GivingUpForm(request.POST if request.method == "POST" else None, booking=booking)
    if not form.is_valid():
        is_waited_for = booking.gathering.bookings.in_waiting_order().exists()
        page = {"gathering": booking.gathering, "booking": booking, "form": form, "is_waited_for": is_waited_for}
        page["may_give"] = rules.may_give(booking, now)
        return render(request, "bookings/giving_up.html", page, status=422 if form.is_bound else 200)
    try:
        withdraw(booking, form.state, now=now, line=form.words)
    except AlreadyOver:
        messages.info(request, THAT_WAS_DONE)
    else:
        messages.success(request, _("Thank you for letting us know."))
    return redirect(booking)


@with_its_email
@require_POST
def retraction(request: HttpRequest, booking: Booking) -> HttpResponse:
    """I changed my mind, and can come after all."""
    try:
        stay_after_all(booking, now=clock.now())
    except AlreadyOver:
        messages.info(request, _("It’s too late to take it back: the place has been passed on. You can ask again."))
    else:
        messages.success(request, STAYS.get(State(booking.state), STAYS[State.COMING]))
    return redirect(booking)


@with_its_email
def gift(request: HttpRequest, booking: Booking) -> HttpResponse:
    """My place goes to a friend."""
    if not rules.may_give(booking, clock.now()):
        return redirect(booking)
    form = FriendForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=f"booking {booking.pk}")
    if not form.is_valid():
        page = {"gathering": booking.gathering, "booking": booking, "form": form}
        return render(request, "bookings/gift.html", page, status=limits.status_of(form))
    try:
        give_to(booking, form.friend(), now=clock.now())
    except AlreadyOver:
        messages.error(request, _("This place isn’t yours to give any more."))
    else:
        messages.success(
            request, emailed(_("Thank you. We’ve e-mailed your friend. The place is theirs once they say yes."))
        )
    return redirect(booking)


@with_its_email
def what_i_told(request: HttpRequest, booking: Booking) -> HttpResponse:
    """What I told for this gathering, to see and to correct."""
    now = clock.now()
    if not rules.may_correct(booking, now):
        return redirect(booking)
    form = ToldForm(request.POST if request.method == "POST" else None, booking=booking)
    if not form.is_valid():
        page = {"gathering": booking.gathering, "booking": booking, "form": form}
        return render(request, "bookings/told.html", page, status=422 if form.is_bound else 200)
    try:
        details = form.details(booking)
        corrected = correct(booking, details, now=now)
    except NotLive:
        messages.error(request, _("Your booking has ended, so nothing was saved."))
    else:
        messages.success(request, _("Saved."))
        if details.has_supporter and not corrected.has_supporter:
            messages.info(request, in_words.NO_SECOND_SEAT)
    return redirect(booking)


def _what_is_theirs(booking: Booking) -> str:
    if booking.has_asked:
        return _("Thank you. The convenors will answer you by e-mail.")
    return _("You have a place.") if booking.is_seated else str(WE_WILL_WRITE)


def _decline(request: HttpRequest, booking: Booking) -> HttpResponse:
    try:
        decline(booking, now=clock.now())
    except AlreadyOver:
        messages.info(request, THAT_WAS_DONE)
    else:
        messages.success(
            request, _("Thank you for letting us know. You’re off the list, and we won’t e-mail you about it again.")
        )
    return redirect(booking)
