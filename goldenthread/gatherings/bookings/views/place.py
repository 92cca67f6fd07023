"""One booking, opened from a letter: whoever has the letter may act on this booking, and on nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answering import CalledOff, NotLive, booking_of, confirm
from goldenthread.gatherings.bookings.declining import decline
from goldenthread.gatherings.bookings.door_code import code_of
from goldenthread.gatherings.bookings.forms import ApologiesForm, FriendForm
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.moved import moved_since
from goldenthread.gatherings.plan import in_words as plan_in_words
from goldenthread.gatherings.plan.finding import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.rooms import drawers
from goldenthread.people import limits
from goldenthread.people.models import Sector

View = Callable[..., HttpResponse]

THIS_IS_OVER = gettext_lazy("This gathering is over, so places cannot be confirmed any more.")


def with_its_letter(view: View) -> View:
    """Give the view the booking whose key stands in the letter."""

    @wraps(view)
    def found(request: HttpRequest, gathering: Gathering, key: str, **more: Any) -> HttpResponse:
        booking = get_object_or_404(Booking.with_presses.select_related("person"), gathering=gathering, key=key)
        # With its facts, which the page of a booking tells.
        booking.gathering = gathering
        return view(request, booking, **more)

    return login_not_required(at_its_address(found))


@with_its_letter
@require_safe
def place(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Where I stand, and what I can do. Mail scanners open it, so nothing happens here."""
    if booking.state == State.AGAIN and booking.confirmed_at and (mine := booking_of(booking)):
        return redirect(mine)
    return _shown(request, booking)


@with_its_letter
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
        said = _("Your place is yours.") if booking.is_seated else _("Thank you. We write when a place is free.")
        messages.success(request, said)
    if pressed.seats > booking.seats:
        messages.info(request, in_words.NO_SECOND_SEAT)
    return redirect(booking)


@with_its_letter
@require_POST
def cancellation(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Somebody else can have it. From somebody who was only put down by others, it is a no for good."""
    if booking.is_unanswered:
        return _decline(request, booking)
    return _end(request, booking, State.CANCELLED)


@with_its_letter
@require_POST
def apologies(request: HttpRequest, booking: Booking) -> HttpResponse:
    """I would have come. With a line to the convenors, if there is something to say."""
    form = ApologiesForm(request.POST)
    if not form.is_valid():
        return _shown(request, booking, apologies=form, status=422)
    return _end(request, booking, State.APOLOGIES, form.cleaned_data["line"])


@with_its_letter
def gift(request: HttpRequest, booking: Booking) -> HttpResponse:
    """My place goes to a friend."""
    form = FriendForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        limits.check(request, form, "write_to_somebody", form.cleaned_data["email"], sender=f"booking {booking.pk}")
    if not form.is_valid():
        page = {"gathering": booking.gathering, "booking": booking, "form": form}
        return render(request, "gatherings/gift.html", page, status=limits.status_of(form))
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


def _end(request: HttpRequest, booking: Booking, state: State, line: str = "") -> HttpResponse:
    try:
        give_up(booking, state, now=clock.now(), by=booking.person, line=line)
    except AlreadyOver:
        messages.info(request, _("That was done before. Nothing more is needed."))
    else:
        messages.success(request, _("Thank you for saying so. Somebody else can have the place."))
    return redirect(booking)


def _when_and_where(plan: Gathering) -> dict[str, str]:
    return {"when": plan_in_words.when(plan), "hours": plan_in_words.hours(plan), "where": plan_in_words.where(plan)}


def _shown(
    request: HttpRequest, booking: Booking, *, apologies: ApologiesForm | None = None, status: int = 200
) -> HttpResponse:
    plan, is_over = booking.gathering, rules.is_over(booking.gathering, clock.now())
    is_unanswered = booking.is_live and booking.is_unanswered
    page = {
        "gathering": plan,
        "booking": booking,
        "is_unanswered": is_unanswered,
        **_when_and_where(plan),
        "until": in_words.a_moment(booking.until, plan.zone) if booking.until else "",
        "place_in_line": booking.place_in_line(),
        "is_over": is_over,
        "goes_ahead": not (plan.is_called_off or is_over),
        "hats": [Sector(sector).label for sector in booking.sectors if sector in Sector.values],
        "apologies": apologies or ApologiesForm(),
        "code": code_of(booking),
        # What wings above have to say about a place, each in a `beside_booking.py`.
        "ways": [] if plan.is_called_off else [way for wing in drawers("beside_booking") for way in wing.ways(booking)],
        "moved": moved_since(booking),
        "may_confirm": rules.may_confirm(booking, clock.now()),
    }
    template = "asked_again" if booking.state == State.AGAIN and not booking.confirmed_at else "place"
    return render(request, f"gatherings/{template}.html", page, status=status)
