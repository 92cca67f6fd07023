"""Bookings as people speak of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.seats import NO_LIMIT, Seats

# Fewer free places than these are told of as few; how many people come is nobody's to subtract.
A_FEW = 5


def a_moment(moment: datetime, zone: ZoneInfo) -> str:
    """Such as "Tuesday 30 May, 14:00"."""
    there = moment.astimezone(zone)
    return f"{date_format(there, 'l j F')}, {time_format(there, 'G:i')}"


def places_left(seats: Seats) -> str:
    """In words, because the sum of all places minus a number of free ones is a number of people."""
    if seats.places == NO_LIMIT:
        return ""
    if seats.free <= 0:
        return str(_("Every place is kept. You can wait for one."))
    return str(_("Only a few places are left.") if seats.free <= A_FEW else _("There are places."))
