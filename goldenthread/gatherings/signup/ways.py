"""From the programme to sign-up: what there is to sign up for, and where, as everybody reads it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.programme.above import WayToChairs
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.signup.hours import SessionHour, hours_in
from goldenthread.kit import clock
from goldenthread.people.models import Person


def way_to_chairs(programme: PublicProgramme, person: Person | None) -> WayToChairs | None:
    """For somebody with a place their own page; for all others the page on which they book one."""
    gathering, now = programme.gathering, clock.now()
    hours: dict[UUID, list[SessionHour]] = {}
    for hour in hours_in(programme) if not gathering.is_called_off else []:
        if not hour.has_begun(now):
            hours.setdefault(hour.placing.session.uid, []).append(hour)
    if not hours:
        return None
    sessions = {uid: _in_words(held) for uid, held in hours.items()}
    booking = Booking.objects.coming().filter(gathering=gathering, person=person).first() if person else None
    if booking:
        mine = reverse("signup:sessions_of", args=[gathering.slug, booking.key])
        return WayToChairs(sessions, _("Sign up with your place"), mine)
    book = reverse("bookings:booking", args=[gathering.slug])
    hint = _("Have a place already? Open “Your sessions” from the link in your e-mail.")
    return WayToChairs(sessions, _("Book a place, then sign up with it"), book, hint)


def _in_words(hours: Sequence[SessionHour]) -> str:
    """Never how many: who goes would be somebody's to subtract."""
    if any(hour.waits_for_the_draw for hour in hours):
        return _("Chairs are drawn: everybody with a place can say what they wish for.")
    if all(hour.is_full for hour in hours):
        return _("Full. There’s a waiting list.")
    if all(hour.is_full or hour.has_a_few for hour in hours):
        return _("A few chairs left.")
    return _("There are chairs left.")
