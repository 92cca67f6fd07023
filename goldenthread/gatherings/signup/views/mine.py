"""My sessions at a gathering: from the page of my place, by its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.signup.draw_in_words import draw_in_words
from goldenthread.gatherings.signup.drawing import WishesAreClosed, wish
from goldenthread.gatherings.signup.forms import WishesForm
from goldenthread.gatherings.signup.mine import my_hours
from goldenthread.gatherings.signup.models import Draw, SessionWish
from goldenthread.gatherings.signup.released_hours import held_by, released_titles
from goldenthread.gatherings.signup.signing_up import AtThatHour, NoSignUp, give_back
from goldenthread.gatherings.signup.signing_up import sign_up as sign_up_for
from goldenthread.kit import clock

View = Callable[..., HttpResponse]


def for_who_comes(view: View) -> View:
    """Whoever has no place at the gathering reads on its page how they stand."""

    @wraps(view)
    def wrapped(request: HttpRequest, booking: Booking, **more: Any) -> HttpResponse:
        return view(request, booking, **more) if booking.is_coming else redirect(booking)

    return with_its_email(wrapped)


@for_who_comes
@require_safe
def sessions_of(request: HttpRequest, booking: Booking) -> HttpResponse:
    """What there is to sign up for, and what is mine."""
    return _shown(request, booking, None)


@for_who_comes
@require_POST
def wishes_of(request: HttpRequest, booking: Booking) -> HttpResponse:
    """What I wish for, in place of what I wished before."""
    draw = get_object_or_404(Draw.objects.of(booking.gathering).to_come())
    form = WishesForm(request.POST, draw=draw, titles=released_titles(booking.gathering, clock.now()))
    if not form.is_valid():
        return _shown(request, booking, form)
    try:
        wish(booking, draw, form.wishes, now=clock.now())
    except WishesAreClosed:
        messages.error(request, _("It’s too late: the wishes are closed. We’ll e-mail you when places are drawn."))
    else:
        messages.success(request, _("Saved. You can change your wishes until they close."))
    return redirect("signup:sessions_of", booking.gathering.slug, booking.key)


@for_who_comes
@require_POST
def place_of(request: HttpRequest, booking: Booking, pk: int) -> HttpResponse:
    """A chair for me, also in place of another at that hour; or a place on the waiting list."""
    try:
        place = sign_up_for(booking, pk, now=clock.now(), instead="instead" in request.POST)
    except NoSignUp:
        messages.error(request, _("You can’t sign up for this session now."))
    except AtThatHour as refused:
        words = _("You have a chair in “%(title)s” at that hour. You can swap the two below.")
        messages.error(request, words % {"title": refused.place.title})
    else:
        words = (
            _("You’re on the waiting list for “%(title)s”.")
            if place.is_waiting
            else _("You have a chair in “%(title)s”.")
        )
        messages.success(request, words % {"title": place.title})
    return redirect("signup:sessions_of", booking.gathering.slug, booking.key)


@for_who_comes
@require_POST
def ending_of(request: HttpRequest, booking: Booking, pk: int) -> HttpResponse:
    """I don't go to it after all."""
    now = clock.now()
    place = next((held.place for held in held_by(booking, now) if held.placing.key == pk), None)
    if place is None:
        raise Http404
    place.booking = booking
    give_back(place, now=now)
    words = (
        _("You’ve given your chair in “%(title)s” back.")
        if place.is_coming
        else _("You don’t wait for a chair in “%(title)s” any more.")
    )
    messages.success(request, words % {"title": place.title})
    return redirect("signup:sessions_of", booking.gathering.slug, booking.key)


def _shown(request: HttpRequest, booking: Booking, form: WishesForm | None) -> HttpResponse:
    gathering, now = booking.gathering, clock.now()
    titles = released_titles(gathering, now)
    draw = Draw.objects.of(gathering).of_sessions().order_by("-pk").first()
    wished = SessionWish.objects.of(booking, draw)
    may_wish = draw is not None and draw.drawn_at is None and draw.until > now
    if draw and may_wish and form is None:
        form = WishesForm(draw=draw, titles=titles, wished=[row.session_id for row in wished])
    page = {
        "gathering": gathering,
        "booking": booking,
        "hours": my_hours(booking, now),
        "has_paper": bool(titles),
        "draw": draw,
        "wishes_close": a_moment(draw.until, gathering.zone) if draw else "",
        "form": form if may_wish else None,
        "wished": [titles[row.session.uid] for row in wished if row.session.uid in titles],
        "drawn": draw_in_words(booking, draw, now) if draw and draw.drawn_at and wished else None,
    }
    return render(request, "signup/sessions_of.html", page, status=422 if form and form.is_bound else 200)
