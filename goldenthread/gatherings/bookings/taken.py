"""Who is coming, in one sentence for the convenors: how many places are taken, how many are held, and why somebody waits.

Of the places that are held only what the convenors hold themselves is said, and never how many of them are free: who looks at the
list before and after somebody books would read that person's sector off it.
"""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.in_words import PEOPLE_OF, and_
from goldenthread.gatherings.bookings.models import Opening, State
from goldenthread.gatherings.bookings.seats import NO_LIMIT, Seats, seats_of
from goldenthread.people.models import Sector


def taken(opening: Opening, now: datetime) -> str:
    """At an opening taken with its gathering."""
    seats = seats_of(opening, now)
    sentences = [_places(seats), _held(opening, now)]
    if seats.has_waiting_list:
        sentences.append(_waiting(opening, seats, now))
    if not opening.is_over(now):
        sentences.append(_asked(opening))
    return " ".join(sentence for sentence in sentences if sentence)


def _places(seats: Seats) -> str:
    if seats.places == NO_LIMIT:
        return ngettext("%(n)d place is taken.", "%(n)d places are taken.", seats.taken) % {"n": seats.taken}
    return _("%(n)d of %(all)d places are taken.") % {"n": seats.taken, "all": seats.places}


def _held(opening: Opening, now: datetime) -> str:
    held = opening.held_places.filter(until__gte=timezone.localdate(now)).order_by("sector")
    parts = [
        _("%(n)d for %(people)s until %(until)s")
        % {"n": row.places, "people": PEOPLE_OF[Sector(row.sector)], "until": date_format(row.until, "j F")}
        for row in held
    ]
    return _("Held: %(parts)s.") % {"parts": and_(parts)} if parts else ""


def _asked(opening: Opening) -> str:
    n = opening.gathering.bookings.filter(state=State.ASKED, withdrawal=None).count() if opening.by_asking else 0
    words = ngettext(
        "%(n)d person has asked and isn’t answered yet.", "%(n)d people have asked and aren’t answered yet.", n
    )
    return words % {"n": n} if n else ""


def _waiting(opening: Opening, seats: Seats, now: datetime) -> str:
    waiting = opening.gathering.bookings.in_waiting_order()
    n = waiting.count()
    words = ngettext("%(n)d person is waiting, because %(why)s.", "%(n)d people are waiting, because %(why)s.", n)
    return words % {"n": n, "why": _why(opening, seats, n=n, silent=waiting.unanswered().asked().count(), now=now)}


def _why(opening: Opening, seats: Seats, *, n: int, silent: int, now: datetime) -> str:
    if not opening.takes_offers(now):
        return _("it’s called off, postponed or over, and nothing is offered now")
    if seats.taken >= seats.places:
        return _("every place is taken")
    if silent == n:
        return _("a convenor put them on the list and they haven’t said yes")
    if seats.free <= 0:
        return _("the places that are left are held")
    return _("they need two places and only one is left, or haven’t said yes")
