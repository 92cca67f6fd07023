"""Sign-up for sessions, as its convenors see it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.bookings.listing import by_name
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.signup.drawn_in_words import what_was_drawn
from goldenthread.gatherings.signup.forms import SignUpForm, SomebodyForm
from goldenthread.gatherings.signup.hours import SessionHour, hours_at
from goldenthread.gatherings.signup.models import Draw, SessionPlace, SignUpOpening
from goldenthread.gatherings.signup.opening_sign_up import (
    SomebodyIsIn,
    close_sign_up,
    not_shown_yet,
    open_sign_up,
    set_draw,
    without_sign_up,
)
from goldenthread.gatherings.signup.signing_up import AtThatHour, NoSignUp, give_back
from goldenthread.gatherings.signup.signing_up import sign_up as sign_up_for
from goldenthread.gatherings.voices.access import for_those_who_decide
from goldenthread.kit import clock
from goldenthread.kit.name_order import by_first_name
from goldenthread.people.http import Request


@for_those_who_decide
def sign_up(request: Request, gathering: Gathering) -> HttpResponse:
    """For which sessions people sign up, how, and how full each hour is."""
    now, draw = clock.now(), Draw.objects.of(gathering).to_come().of_sessions().first()
    form = _form(request, gathering, draw)
    if form.is_valid():
        if form.is_by_wishes and form.until:
            most_each = form.cleaned_data["most_each"]
            draw = set_draw(gathering, by=request.user, now=now, until=form.until, most_each=most_each)
        how = draw if form.is_by_wishes else None
        open_sign_up(form.chosen, gathering, by=request.user, now=now, draw=how)
        messages.success(request, _("Saved."))
        return redirect("signup:sign_up", gathering.slug)
    page = {
        "gathering": gathering,
        "form": form,
        "hours": hours_at(gathering, now),
        "not_shown": not_shown_yet(gathering, now),
        "draw": draw,
        "drawn": what_was_drawn(gathering),
        "wishes_close": a_moment(draw.until, gathering.zone) if draw else "",
        "wishing": draw.wishes.values("booking").distinct().count() if draw else 0,
    }
    return render(request, "signup/sign_up.html", page, status=422 if form.is_bound else 200)


@for_those_who_decide
@require_POST
def sign_up_ending(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Anybody just goes in again."""
    opening = get_object_or_404(SignUpOpening.objects.of(gathering).select_related("draw", "session"), pk=pk)
    try:
        close_sign_up(opening, gathering, by=request.user)
    except SomebodyIsIn:
        messages.error(request, _("Somebody has signed up for it meanwhile, so it stays open."))
    else:
        messages.success(request, _("Saved."))
    return redirect("signup:sign_up", gathering.slug)


@for_those_who_decide
def session_list(request: Request, gathering: Gathering, pk: int) -> HttpResponse:
    """Who goes to one session, for the door; names from a sheet of paper are typed in here."""
    hour = _hour(gathering, pk)
    places = list(SessionPlace.objects.of(gathering).at(*hour.key).with_people())
    on_the_list = {place.booking_id for place in places}
    coming = by_name(gathering.bookings.coming().exclude(pk__in=on_the_list))
    form = SomebodyForm(request.POST if request.method == "POST" else None, bookings=coming)
    if form.is_valid() and _typed_in(request, form, hour):
        return redirect("signup:session_list", gathering.slug, pk)
    page = {
        "gathering": gathering,
        "hour": hour,
        "when": hour.when,
        "going": sorted((p for p in places if not p.is_waiting), key=lambda p: by_first_name(p.booking.listed_as)),
        "waiting": [place for place in places if place.is_waiting],
        "form": form,
    }
    return render(request, "signup/session_list.html", page, status=422 if form.is_bound else 200)


@for_those_who_decide
@require_POST
def session_list_ending(request: Request, gathering: Gathering, pk: int, place: int) -> HttpResponse:
    """Somebody comes off the list, and is told."""
    places = SessionPlace.objects.of(gathering).at(*_hour(gathering, pk).key)
    row = get_object_or_404(places.select_related("booking"), pk=place)
    give_back(row, now=clock.now(), by=request.user)
    messages.success(request, _("Saved."))
    return redirect("signup:session_list", gathering.slug, pk)


def _form(request: Request, gathering: Gathering, draw: Draw | None) -> SignUpForm:
    now, initial = clock.now(), {}
    if draw:
        until = draw.until.astimezone(gathering.zone)
        initial = {"until_day": until.date(), "until_time": until.time(), "most_each": draw.most_each}
    return SignUpForm(
        request.POST if request.method == "POST" else None,
        gathering=gathering,
        sessions=without_sign_up(gathering, now),
        now=now,
        draw=draw,
        initial=initial,
    )


def _hour(gathering: Gathering, placing: int) -> SessionHour:
    for hour in hours_at(gathering, clock.now()):
        if hour.placing.key == placing:
            return hour
    raise Http404


def _typed_in(request: Request, form: SomebodyForm, hour: SessionHour) -> bool:
    try:
        sign_up_for(form.chosen, hour.placing.key, now=clock.now(), by=request.user)
    except AtThatHour as refused:
        words = _("They have a chair in “%(title)s” at that hour. Take them off that list first.")
        form.add_error("booking", words % {"title": refused.place.title})
    except NoSignUp:
        form.add_error("booking", _("They have no place at the gathering any more, or the session has begun."))
    else:
        messages.success(request, _("Saved."))
        return True
    return False
