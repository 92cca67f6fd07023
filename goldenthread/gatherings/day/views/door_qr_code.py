"""The code for the door, as a picture."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldenthread.gatherings.day.door_qr_code import arrival_by_slip
from goldenthread.gatherings.day.guest import Guest, for_those_with_a_place, for_those_with_a_slip
from goldenthread.gatherings.plan.access import for_its_convenors
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.address import absolute
from goldenthread.kit.qr_code import drawn
from goldenthread.people.http import Request

A_DAY = 24 * 60 * 60


@for_those_with_a_place
@require_safe
def code(_request: HttpRequest, guest: Guest) -> HttpResponse:
    return _picture(guest)


@for_those_with_a_slip
@require_safe
def slip_code(_request: HttpRequest, guest: Guest) -> HttpResponse:
    return _picture(guest)


@for_its_convenors
@require_safe
def arrival_code(_request: Request, gathering: Gathering) -> HttpResponse:
    """For everybody in the room: the page that asks for the word of the day."""
    return _as_svg(absolute(reverse("day:arrival", args=[gathering.slug])), error="l")


def _picture(guest: Guest) -> HttpResponse:
    return _as_svg(arrival_by_slip(guest.gathering, guest.place))


def _as_svg(address: str, error: str = "m") -> HttpResponse:
    # It never changes; but it may belong to one person, so nothing on the way may keep it.
    headers = {"Cache-Control": f"private, max-age={A_DAY}"}
    return HttpResponse(drawn(address, error), content_type="image/svg+xml", headers=headers)
