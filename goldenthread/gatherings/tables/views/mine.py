"""My tables and my wishes: for whoever is signed in and has a place, and for whoever has the e-mail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.access import at_its_address
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables import rules
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.coming import to_be_seated
from goldenthread.gatherings.tables.elsewhere import (
    NoOtherSeat,
    OnlyBesideSomebodyNamed,
    my_chairs,
    sit_elsewhere,
    sit_out,
    take_part_after_all,
)
from goldenthread.gatherings.tables.mine import my_booking, my_tables
from goldenthread.gatherings.tables.models import Arrangement, Round, Seat
from goldenthread.gatherings.tables.moving import RoundHasBegun
from goldenthread.gatherings.tables.wish_forms import WishForm
from goldenthread.gatherings.tables.wishing import ask, rounds_at, wish_at
from goldenthread.kit import clock
from goldenthread.people.http import Request
from goldenthread.people.limits import OFTEN_ENOUGH, is_too_often

View = Callable[..., HttpResponse]


def with_my_email(view: View) -> View:
    """Give the view the booking whose key stands in the e-mail, if it holds a place."""

    @wraps(view)
    def wrapped(request: HttpRequest, gathering: Gathering, key: str, **more: Any) -> HttpResponse:
        placed = to_be_seated(gathering).select_related("gathering", "person")
        return view(request, get_object_or_404(placed, key=key), **more)

    return login_not_required(at_its_address(wrapped))


@at_its_address
def table_wishes(request: Request, gathering: Gathering) -> HttpResponse:
    """What I ask of the tables here. Who has no place has nothing to ask."""
    booking = my_booking(gathering, request.user)
    if booking is None:
        raise Http404
    return _wishes(request, booking)


@at_its_address
@require_POST
def another_seat(request: Request, gathering: Gathering, number: int) -> HttpResponse:
    """Somewhere else in this round, or not at all."""
    booking = my_booking(gathering, request.user)
    if booking is None:
        raise Http404
    return _elsewhere(request, booking, number, redirect("tables:table_wishes", gathering.slug))


@with_my_email
@require_POST
def place_another_seat(request: HttpRequest, booking: Booking, number: int) -> HttpResponse:
    """The same, from my e-mail."""
    there = redirect("tables:place_wishes", booking.gathering.slug, booking.key)
    return _elsewhere(request, booking, number, there)


@with_my_email
def place_wishes(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The same, from my e-mail."""
    return _wishes(request, booking)


@with_my_email
@require_safe
def place_tables(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Where I sit, and with whom, as it was announced."""
    if not rules.may_see_neighbours(booking):
        raise Http404
    now = clock.now()
    page = {
        "gathering": booking.gathering,
        "booking": booking,
        "sittings": my_tables(booking),
        "changed": changed_tables(booking, now),
        "may_wish": rules.may_wish(booking, now),
    }
    return render(request, "tables/place_tables.html", page)


def _wishes(request: HttpRequest, booking: Booking) -> HttpResponse:
    if not rules.may_wish(booking, clock.now()):
        raise Http404
    typed = request.POST if request.method == "POST" else None
    rounds = rounds_at(booking)
    form = WishForm(typed, rounds=rounds, wish=wish_at(booking))
    if form.is_valid():
        ask(booking, **form.wished())
        messages.success(request, _("Saved. It counts whenever tables are made from now on."))
        return redirect(request.path)
    chairs = my_chairs(booking, clock.now()) if rules.may_see_neighbours(booking) else []
    page = {
        "gathering": booking.gathering,
        "booking": booking,
        "form": form,
        "chairs": chairs,
        "at": request.path,
        "changes_tables": len(rounds) > 1,
    }
    return render(request, "tables/table_wishes.html", page, status=422 if form.is_bound else 200)


def _elsewhere(request: HttpRequest, booking: Booking, number: int, back: HttpResponse) -> HttpResponse:
    """What is answered depends on seats and on their own wishes alone, and on nothing that anybody else wished."""
    if not (rules.may_see_neighbours(booking) and rules.may_wish(booking, clock.now())):
        raise Http404
    # Else one could type one name after the other, and see who sits there.
    if "elsewhere" in request.POST and is_too_often(request, "another_seat", booking.pk):
        messages.error(request, OFTEN_ENOUGH)
        return back
    try:
        messages.success(request, _changed(request, booking, number))
    except (Seat.DoesNotExist, Round.DoesNotExist, Arrangement.DoesNotExist) as nowhere:
        raise Http404 from nowhere
    except RoundHasBegun:
        messages.error(request, _("This round has begun. Please ask a host."))
    except NoOtherSeat:
        messages.error(request, _("There’s no other seat for you in this round. Please ask a host, or sit it out."))
    except OnlyBesideSomebodyNamed:
        words = _(
            "You keep your seat. At every table with a free chair there may be somebody you would rather not sit with."
            " Please ask a host, or sit the round out. Only you can see this."
        )
        messages.error(request, words)
    return back


def _changed(request: HttpRequest, booking: Booking, number: int) -> str:
    now = clock.now()
    if "in" in request.POST:
        if take_part_after_all(booking, number, now=now):
            return _("You’re taking part again, and you have a seat.")
        return _("You’re taking part again. Below it says when you’ll get a seat.")
    if "out" in request.POST:
        sit_out(booking, number, now=now)
        return _("You’re sitting this round out. Nobody is told why.")
    sit_elsewhere(booking, number, now=now)
    return _("You have another seat. Nobody is told why.")
