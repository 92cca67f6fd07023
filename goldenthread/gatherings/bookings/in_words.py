"""Bookings as people speak of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.seats import NO_LIMIT, Seats
from goldenthread.people.models import Sector

NO_SECOND_SEAT = gettext_lazy(
    "There is no free seat yet for whoever travels with you. Everything else that you wrote is taken down. Please speak with the convenors."
)
# Fewer free places than these are told of as few; how many people come is nobody's to subtract.
A_FEW = 5


def a_moment(moment: datetime, zone: ZoneInfo) -> str:
    """Such as "Tuesday 30 May, 14:00"."""
    there = moment.astimezone(zone)
    return f"{date_format(there, 'l j F')}, {time_format(there, 'G:i')}"


def until(booking: Booking) -> str:
    """Until when a place can be taken back, or waits for an answer."""
    moment = booking.withdrawal.until if booking.is_being_given_up else booking.until
    return a_moment(moment, booking.gathering.zone) if moment else ""


def held_for(seats: Seats) -> str:
    """Such as "Health, Housing": the sectors for which places still wait."""
    return ", ".join(str(Sector(sector).label) for sector, free in sorted(seats.held.items()) if free > 0)


def held_only(seats: Seats) -> str:
    """Said before anybody tells their sector, because it decides who can have one of these places."""
    if seats.free > 0 or seats.taken >= seats.places or not held_for(seats):
        return ""
    return _(
        "The places that are left are held for people from these sectors: %(sectors)s. If that is you, and you would like"
        " to say so, tick it below and one of them is yours. If not, you can wait for a place."
    ) % {"sectors": held_for(seats)}


def places_left(seats: Seats) -> str:
    """In words, because the sum of all places minus a number of free ones is a number of people."""
    if seats.places == NO_LIMIT or held_only(seats):
        return ""
    if seats.free <= 0:
        return str(_("Every place is kept. You can wait for one."))
    return str(_("Only a few places are left.") if seats.free <= A_FEW else _("There are places."))
