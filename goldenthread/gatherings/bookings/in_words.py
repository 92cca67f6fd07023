"""Bookings as people speak of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goldenthread.gatherings.bookings.models import Booking, HeldPlaces
from goldenthread.gatherings.bookings.seats import NO_LIMIT, Seats
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.suppression import SMALLEST_SHOWN
from goldenthread.people.models import Sector

THAT_WAS_DONE = gettext_lazy("That’s done already. There’s nothing more for you to do.")
NO_SECOND_SEAT = gettext_lazy(
    "There’s no free seat yet for the person who comes with you. Everything else is saved. Please talk to the convenors."
)
SAID_NO = gettext_lazy("They told us that they’re not coming. Only they can ask for a place now.")
THEIR_ADDRESS = gettext_lazy(
    "They’ve confirmed this address themselves. They can change it on their page, or book with the new one."
)
NEVER_OPENED = gettext_lazy("Booking was never opened for this gathering, so nothing was changed.")
NOT_SO_MANY = gettext_lazy(
    "Too many e-mails were written just now, so nothing was changed for %(name)s. Please try again in a few minutes."
)
NO_SEAT_FOR_SUPPORTER = gettext_lazy(
    "There’s no free seat yet for the person who comes with them. Everything else is saved."
)
# For whom places are held, as people say it.
PEOPLE_OF = {
    Sector.HEALTH: gettext_lazy("people in health"),
    Sector.SOCIAL_CARE: gettext_lazy("people in social care"),
    Sector.CRIMINAL_JUSTICE: gettext_lazy("people in criminal justice"),
    Sector.EDUCATION: gettext_lazy("people in education"),
    Sector.THIRD_SECTOR: gettext_lazy("people in the third sector"),
    Sector.POLICY: gettext_lazy("people in policy and commissioning"),
    Sector.LIVED_EXPERIENCE: gettext_lazy("people with lived experience"),
}
ASK = gettext_lazy("Ask for a place")
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
    """Such as "people in health and people from criminal justice": those for whom places are still held."""
    return and_(str(PEOPLE_OF[Sector(sector)]) for sector, free in sorted(seats.held.items()) if free > 0)


def is_held_only(seats: Seats) -> bool:
    """Whether the only places that are left are held for some sectors."""
    return seats.free <= 0 and seats.taken < seats.places and any(free > 0 for free in seats.held.values())


def places_left(seats: Seats, held: Iterable[HeldPlaces]) -> str:
    """In words, because the sum of all places minus a number of free ones is a number of people."""
    if seats.places == NO_LIMIT:
        return ""
    if is_held_only(seats):
        left = and_(_held(row) for row in sorted(held, key=lambda row: row.sector) if seats.held.get(row.sector, 0) > 0)
        return _("All open places are taken. Some are left of %(held)s.") % {"held": left}
    if seats.free <= 0:
        return _("Every place is taken. We can put you on the waiting list.")
    return _("Only a few places are left.") if seats.free <= A_FEW else _("Places are still free.")


def button(seats: Seats) -> str:
    """What happens when it is pressed, as far as anybody can say before they have said who they are."""
    if is_held_only(seats):
        return str(ASK)
    return _("Put me on the waiting list") if seats.free <= 0 else _("Keep me a place")


def by_asking(seats: Seats, gathering: Gathering, days: int, now: datetime) -> str:
    """What happens next, and by when, where people ask and the convenors say yes."""
    words = _("You ask for a place, and the convenors answer by e-mail %(by_when)s.")
    words %= {"by_when": answered_by_when(gathering, days, now)}
    if seats.free > 0:
        return words
    return words + " " + _("Every place is taken at the moment, so their yes puts you on the waiting list.")


def answered_by_when(gathering: Gathering, days: int, asked_at: datetime) -> str:
    """Such as "within 7 days": an answer after the day would be none."""
    begins = None if gathering.is_postponed else gathering.starts_at
    if begins and begins < asked_at + timedelta(days=days):
        return _("before the gathering begins")
    return ngettext("within %(n)d day", "within %(n)d days", days) % {"n": days}


def _held(row: HeldPlaces) -> str:
    """How many the convenors hold, where as many may be shown: when all are taken, it is a number of people."""
    words = {"n": row.places, "people": PEOPLE_OF[Sector(row.sector)], "until": date_format(row.until, "j F")}
    if row.places < SMALLEST_SHOWN:
        return _("those held for %(people)s until %(until)s") % words
    return _("the %(n)d held for %(people)s until %(until)s") % words


def and_(parts: Iterable[str]) -> str:
    *first, last = [*parts] or [""]
    return _("%(these)s and %(last)s") % {"these": ", ".join(first), "last": last} if first else last
