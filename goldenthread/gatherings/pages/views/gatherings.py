"""The pages everybody sees."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.gatherings.afterwards.models import Outcome
from goldenthread.gatherings.bookings.glance import glance
from goldenthread.gatherings.bookings.sector_seats import sector_seats
from goldenthread.gatherings.day.rules import is_over
from goldenthread.gatherings.pages.call_for_voices import call_at
from goldenthread.gatherings.pages.event import event
from goldenthread.gatherings.pages.mine import mine
from goldenthread.gatherings.pages.my_offers import my_offers_to
from goldenthread.gatherings.pages.my_place import my_place_at
from goldenthread.gatherings.plan import in_words, rules
from goldenthread.gatherings.plan.access import at_its_address_with
from goldenthread.gatherings.plan.aspects import Aspect, open_points
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import Status, status_of
from goldenthread.gatherings.programme.public import programme_brought_along, with_newest_release
from goldenthread.gatherings.tables.changed_tables import changed_tables
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.kit import clock
from goldenthread.kit.page_cache import for_strangers
from goldenthread.people.models import Person


@login_not_required
@for_strangers
@require_safe
def gatherings(request: HttpRequest) -> HttpResponse:
    """All that is public: to come, soonest first; then what has been."""
    now, listed = clock.now(), Gathering.objects.listed().with_facts()
    # What is over since an hour ago is of today, and has been.
    of_today_or_later = _rows(listed.to_come(now))
    over_today = [row for row in of_today_or_later if row[1].is_over]
    page: dict[str, Any] = {
        "to_come": [row for row in of_today_or_later if not row[1].is_over],
        "held": [*reversed(over_today), *_rows(listed.held(now)[:50])],
    }
    if isinstance(request.user, Person):
        page["mine"] = _rows(Gathering.objects.convened_by(request.user).with_facts().order_by("-changed_at", "-pk"))
    return render(request, "pages/gatherings.html", page)


@login_not_required
@for_strangers
@require_safe
@at_its_address_with(lambda rows: with_newest_release(rows.select_related("call__closing")))
def gathering(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """One gathering: what is planned, what is open, who is hoped for."""
    now = clock.now()
    may_help = rules.may_offer_help(gathering, now)
    places, programme = glance(gathering, now), programme_brought_along(gathering)
    page = {
        "gathering": gathering,
        "standing": status_of(gathering, now),
        "when": in_words.when(gathering),
        "hours": in_words.hours(gathering),
        "where": in_words.where(gathering),
        "access": in_words.access(gathering) if is_over(gathering, now) else in_words.access_as_known(gathering),
        # What was still open on a day that has been, or will not be, needs no help any more.
        "open_points": _open_points(gathering) if may_help else [],
        "may_help": may_help,
        "weave": sector_seats(gathering, taken=places.coming),
        "has_numbers": any(places.coming.values()),
        "event": event(gathering, programme),
        "programme": programme,
        "call": call_at(gathering, now),
    } | {"now": now, "places": places, **_of_what_has_been(gathering, now)}
    if isinstance(request.user, Person):
        page |= _personal(request.user, gathering, now)
    return render(request, "pages/gathering.html", page)


def _open_points(gathering: Gathering) -> list[Aspect]:
    """Whoever would say something is answered by the call, once there is one."""
    return [point for point in open_points(gathering) if point.key != "voices" or not hasattr(gathering, "call")]


def _of_what_has_been(gathering: Gathering, now: datetime) -> dict[str, Any]:
    if not is_over(gathering, now):
        return {}
    return {"is_over": True, "outcome": Outcome.objects.of(gathering).first()}


def _personal(person: Person, gathering: Gathering, now: datetime) -> dict[str, Any]:
    my = mine(gathering, person)
    page: dict[str, Any] = {"follows": my.follows}
    if my.has_offered:
        page |= {"my_offers": my_offers_to(gathering, person)}
    if my.has_booking and (place := my_place_at(gathering, person, now)):
        page |= {"place": place}
        if place.has_tables and not place.is_over:
            page |= {"has_tables": True, "sittings": my_tables(place.booking)}
            page["changed"] = changed_tables(place.booking, now)
    return page | {"may_change": rules.may_change(person, gathering)}


def _rows(gatherings: Any) -> list[tuple[Gathering, Status, str]]:
    now = clock.now()
    return [(gathering, status_of(gathering, now), in_words.when_it_will_be(gathering)) for gathering in gatherings]
