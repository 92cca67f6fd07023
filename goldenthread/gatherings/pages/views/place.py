"""The page of one booking, opened from an e-mail: where I stand, what I can do, and what every wing has for me."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.gatherings.bookings import in_words, rules
from goldenthread.gatherings.bookings.answering import booking_of
from goldenthread.gatherings.bookings.answers import told_and_asked
from goldenthread.gatherings.bookings.http import with_its_email
from goldenthread.gatherings.bookings.models import Booking, Opening, State
from goldenthread.gatherings.bookings.moved import moved_since
from goldenthread.gatherings.bookings.place_forms import ShowingForm, StayingForm
from goldenthread.gatherings.bookings.saying_quietly import reader_at, said_at
from goldenthread.gatherings.bookings.showing_names import ShownName
from goldenthread.gatherings.day.door_qr_code import code_of
from goldenthread.gatherings.open_hour.card_wall import ways_to_open_hour
from goldenthread.gatherings.pages.my_place import my_place_of
from goldenthread.gatherings.plan import in_words as plan_in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.signup.mine import ways_to_sessions
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.mine import ways_to_tables
from goldenthread.gatherings.tables.rules import may_see_neighbours
from goldenthread.kit import clock
from goldenthread.people.models import Sector


@with_its_email
@require_safe
def place(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Where I stand, and what I can do. Mail scanners open it, so nothing happens here."""
    if booking.state == State.AGAIN and booking.confirmed_at and (mine := booking_of(booking)):
        return redirect(mine)
    return _shown(request, booking)


def _when_and_where(plan: Gathering) -> dict[str, str]:
    return {"when": plan_in_words.when(plan), "hours": plan_in_words.hours(plan), "where": plan_in_words.where(plan)}


def _shown(request: HttpRequest, booking: Booking) -> HttpResponse:
    plan, now = booking.gathering, clock.now()
    page = {
        "gathering": plan,
        "booking": booking,
        **_when_and_where(plan),
        "until": in_words.until(booking),
        "place_on_waiting_list": booking.place_on_waiting_list(),
        "ways": _ways_on(booking, now),
        "moved": moved_since(booking),
        "staying": None if request.user.is_authenticated else StayingForm(),
    }
    page |= _about_the_cost(booking, now)
    if booking.has_asked and (opening := Opening.objects.of(plan).first()):
        page["by_when"] = in_words.answered_by_when(plan, opening.answer_days, booking.at)
    template = "asked_again" if booking.state == State.AGAIN and not booking.confirmed_at else "place"
    return render(request, f"pages/{template}.html", page | _told(booking) | _at_this_moment(booking, now))


def _ways_on(booking: Booking, now: datetime) -> list[tuple[str, str]]:
    """To their tables, to the programme once there is one, and to what they can take part in."""
    plan = booking.gathering
    if plan.is_called_off or booking.is_being_given_up:
        return []
    shown = []
    if Release.objects.is_shown(plan, now):
        shown = [(_("The programme"), reverse("programme:programme", args=[plan.slug]))]
        if booking.is_coming:
            shown.append((_("Print my day"), reverse("signup:my_day", args=[plan.slug, booking.key])))
    return [*ways_to_tables(booking), *shown, *ways_to_sessions(booking), *ways_to_open_hour(booking)]


def _about_the_cost(booking: Booking, now: datetime) -> dict[str, Any]:
    if not booking.confirmed_at:
        # As it was typed, perhaps by somebody else: it is seen before it is theirs.
        return {"word": said_at(booking)}
    if not rules.may_say_quietly(booking, now):
        return {}
    word = said_at(booking)
    return {
        "has_said_quietly": word is not None,
        "is_answered": bool(word and word.answered_at),
        "may_say_quietly": word is not None or reader_at(booking.gathering) is not None,
    }


def _at_this_moment(booking: Booking, now: datetime) -> dict[str, Any]:
    is_over = rules.is_over(booking.gathering, now)
    my_place = my_place_of(booking, now) if booking.is_coming else None
    needs_no_code = booking.is_being_given_up or (my_place and my_place.is_here)
    return _to_others(booking, now) | {
        "place": my_place,
        "changed": changed_tables(booking, now) if my_place and may_see_neighbours(booking) else [],
        "is_unanswered": booking.is_live and booking.is_unanswered,
        "is_over": is_over,
        "goes_ahead": not (booking.gathering.is_called_off or is_over),
        "code": None if needs_no_code else code_of(booking),
        "may_give": rules.may_give(booking, now),
        "may_correct": rules.may_correct(booking, now),
        "may_confirm": rules.may_confirm(booking, now),
        # Afterwards it can be read as long as it is kept.
        "may_reread": rules.may_reread(booking, now),
    }


def _told(booking: Booking) -> dict[str, Any]:
    """What they told for the day, and what the convenors ask beside it."""
    answers, still_asked = told_and_asked(booking)
    hats = [Sector(sector).label for sector in booking.sectors if sector in Sector.values]
    words = (booking.needs, booking.table_needs, booking.line, booking.has_supporter, booking.role, booking.region)
    has_told = any([hats, *words, answers])
    return {"hats": hats, "answers": answers, "still_asked": still_asked, "has_told": has_told}


def _to_others(booking: Booking, now: datetime) -> dict[str, Any]:
    """Whether others who are coming read their name, and what exactly they read."""
    return {
        "showing": ShowingForm(initial={"shows_name": booking.shows_name}),
        "shown": ShownName.of(booking),
        "may_show": rules.may_show_their_name(booking, now),
        "is_name_read": rules.is_name_read(booking, now),
        "may_read_list": rules.may_read_who_is_coming(booking, now),
    }
