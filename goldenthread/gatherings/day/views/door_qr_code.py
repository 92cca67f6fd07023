"""The code for the door, as a picture."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.gatherings.day.door_qr_code import arrival_by_slip, drawn
from goldenthread.gatherings.day.guest import Guest, for_those_with_a_place, for_those_with_a_slip

A_DAY = 24 * 60 * 60


@for_those_with_a_place
@require_safe
def code(_request: HttpRequest, guest: Guest) -> HttpResponse:
    return _picture(guest)


@for_those_with_a_slip
@require_safe
def slip_code(_request: HttpRequest, guest: Guest) -> HttpResponse:
    return _picture(guest)


def _picture(guest: Guest) -> HttpResponse:
    # It never changes; but it belongs to one person, so nothing on the way may keep it.
    headers = {"Cache-Control": f"private, max-age={A_DAY}"}
    picture = drawn(arrival_by_slip(guest.gathering, guest.place))
    return HttpResponse(picture, content_type="image/svg+xml", headers=headers)
