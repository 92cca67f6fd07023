"""The page of the day, the worker that keeps it, and the screen in the room."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.views.decorators.http import require_safe

from goldenthread.gatherings.bookings.glance import Glance, glance
from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.door_counts import counts_of
from goldenthread.gatherings.day.door_qr_code import code_of
from goldenthread.gatherings.day.guest import Guest, for_guests
from goldenthread.gatherings.day.held_tables import now_and_next
from goldenthread.gatherings.day.models import PRESENT, WAS_HERE, DaySheet, Standing
from goldenthread.gatherings.day.screen import screen as look_at_the_room
from goldenthread.gatherings.open_hour.card_wall import ways_to_open_hour
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.access import at_its_address, for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.signup.mine import my_chairs
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.rules import may_see_neighbours, may_wish
from goldenthread.kit import clock
from goldenthread.people.http import Request

WORKER = Path(settings.STATICFILES_DIRS[0], "js", "day-worker.js")


@for_guests
@require_safe
def day(request: HttpRequest, guest: Guest) -> HttpResponse:
    """What is next, where I sit, with whom; where it is quiet, and who is there for me."""
    now, gathering = clock.now(), guest.gathering
    sees_all = guest.has_place or guest.hosts
    standing = gathering.arrivals.standing_of(guest.booking) if guest.booking else None
    current, following = now_and_next(gathering, now) if sees_all else (None, None)
    page = {
        "guest": guest,
        "gathering": gathering,
        "current": current,
        "following": following,
        "places": _places_for(guest, now),
        "code": code_of(guest.booking) if guest.booking and standing not in PRESENT else None,
        **_where_i_sit(guest, now),
        "wishes": _wishes_at(guest),
        "sheet": (sheet := DaySheet.objects.of(gathering).first() if sees_all else None),
        "to_know": _to_know(gathering, sheet) if sees_all else None,
        **_as_they_stand(standing),
        "may_arrive": rules.may_arrive(gathering, now) and (guest.booking is None or guest.has_place),
        "is_over": rules.is_over(gathering, now),
        "as_of": _moment(now, gathering),
        "has_programme": Release.objects.is_shown(gathering, now),
    }
    return render(request, "day/day.html", page | (_for_hosts(gathering) if guest.hosts else {}))


def _as_they_stand(standing: Standing | None) -> dict[str, bool]:
    return {"is_here": standing in PRESENT, "was_here": standing in WAS_HERE}


def _where_i_sit(guest: Guest, now: datetime) -> dict[str, Any]:
    """At tables, and in sessions that I signed up for."""
    if guest.booking is None or not guest.has_place:
        return {"sittings": [], "changed": [], "chairs": [], "ways": []}
    return {
        "sittings": my_tables(guest.booking),
        "changed": changed_tables(guest.booking, now),
        "chairs": my_chairs(guest.booking, now),
        "ways": ways_to_open_hour(guest.booking),
    }


def _to_know(gathering: Gathering, sheet: DaySheet | None) -> dict[str, Any]:
    """What the plan says, also while nobody has written down more for the day."""
    is_on = not (gathering.is_called_off or gathering.is_postponed)
    return {
        "hours": in_words.hours(gathering) if is_on else "",
        "where": in_words.where(gathering) if is_on else "",
        "turn_to": sheet.turn_to if sheet else "",
        "convenors": [convening.person.known_as for convening in gathering.current_convenings],
        "safeguarding": sheet.safeguarding if sheet else gathering.safeguarding,
    }


def _for_hosts(gathering: Gathering) -> dict[str, Any]:
    return {"here_of": counts_of(gathering), "has_tables": told_to(gathering) is not None}


def _places_for(guest: Guest, now: datetime) -> Glance | None:
    """What a member who has none can ask for. A stranger may hold a place in an e-mail, and is asked to open that."""
    if guest.person is None or guest.booking or guest.hosts:
        return None
    return glance(guest.gathering, now)


def _wishes_at(guest: Guest) -> str:
    """Where they change their seat, or come back to a round."""
    now = clock.now()
    if guest.booking is None or not (may_see_neighbours(guest.booking) and may_wish(guest.booking, now)):
        return ""
    if guest.has_email:
        return reverse("tables:place_wishes", args=[guest.gathering.slug, guest.booking.key])
    return reverse("tables:table_wishes", args=[guest.gathering.slug])


@login_not_required
@require_safe
@at_its_address
def worker(_request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """The script that keeps pages of this day for when the network drops. From here, it can reach no other pages."""
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")


@for_its_convenors
@require_safe
def screen(request: Request, gathering: Gathering) -> HttpResponse:
    """For the wall of the room. It looks anew by itself, with JavaScript or without."""
    now = clock.now()
    seen = look_at_the_room(gathering, now)
    page = {"gathering": gathering, "screen": seen, "as_of": _clock_time(now, gathering)}
    return render(request, "day/screen.html", page)


def _clock_time(moment: datetime, gathering: Gathering) -> str:
    """Such as "14:05", where the gathering is."""
    return time_format(moment.astimezone(gathering.zone), "G:i")


def _moment(moment: datetime, gathering: Gathering) -> str:
    """The same, with its date on any other day: "9:00" alone says nothing a week before."""
    local = moment.astimezone(gathering.zone)
    first = gathering.day or local.date()
    is_on_it = first <= local.date() <= (gathering.last_day or first)
    return (
        _clock_time(moment, gathering)
        if is_on_it
        else f"{date_format(local, 'l j F')}, {_clock_time(moment, gathering)}"
    )
