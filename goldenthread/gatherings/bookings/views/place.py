"""What is pressed on the page of a booking: whoever has its e-mail may act on this booking, and on nothing else."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answering import CalledOff, NotLive, confirm
from goldenthread.gatherings.bookings.forms import FriendForm
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, decline, give_to
from goldenthread.gatherings.bookings.http import give_up_and_say, with_its_email
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.kit import clock
from goldenthread.people import limits

THIS_IS_OVER = gettext_lazy("This gathering is over, so places cannot be confirmed any more.")


@with_its_email
@require_POST
def confirmation(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Yes, this is me, and I come."""
    pressed, now = booking, clock.now()
    try:
        booking = confirm(booking, now)
    except CalledOff:
        messages.error(request, _("This gathering is called off."))
    except NotLive:
        is_over = rules.is_over(booking.gathering, now)
        messages.error(request, THIS_IS_OVER if is_over else _("This place was passed on. Ask again: you are welcome."))
    else:
        # Somebody who waits has shown that the address is theirs, and goes on waiting.
        message = _("Your place is yours.") if booking.is_seated else _("Thank you. We write when a place is free.")
        messages.success(request, message)
    if pressed.seats > booking.seats:
        messages.info(request, in_words.NO_SECOND_SEAT)
    return redirect(booking)


@with_its_email
@require_POST
def cancellation(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Somebody else can have it. From somebody who was only put down by others, it is a no for good."""
    if booking.is_unanswered:
        return _decline(request, booking)
    return give_up_and_say(request, booking, State.CANCELLED)


@with_its_email
def gift(request: HttpRequest, booking: Booking) -> HttpResponse:
    """My place goes to a friend."""
    form = FriendForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=f"booking {booking.pk}")
    if not form.is_valid():
        page = {"gathering": booking.gathering, "booking": booking, "form": form}
        return render(request, "bookings/gift.html", page, status=limits.status_of(form))
    try:
        give_to(booking, form.friend(), now=clock.now())
    except AlreadyOver:
        messages.error(request, _("This place is not yours to give any more."))
    else:
        messages.success(request, _("Thank you. We have told them, and they confirm it."))
    return redirect(booking)


def _decline(request: HttpRequest, booking: Booking) -> HttpResponse:
    try:
        decline(booking, now=clock.now())
    except AlreadyOver:
        messages.info(request, _("That was done before. Nothing more is needed."))
    else:
        messages.success(
            request, _("Thank you for saying so. You are off the list, and we do not write to you about it.")
        )
    return redirect(booking)
