"""Several people at once: we say yes to them, they are coming, they are not, or somebody has written to them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.answering import say_yes_for
from goldenthread.gatherings.bookings.giving_up import end_for
from goldenthread.gatherings.bookings.models import Booking, WrittenTo
from goldenthread.gatherings.bookings.places_by_asking import say_yes
from goldenthread.gatherings.bookings.rules import may_end, may_say_yes
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.people.models import Person

MOST_AT_ONCE = 50


class Mark(TextChoices):
    """What a convenor says of several people."""

    YES = "yes", _("Say yes")
    COMING = "coming", _("They’re coming")
    NOT_COMING = "not-coming", _("They can’t come")
    WRITTEN_TO = "written-to", _("I’ve written to them")


def ticked(gathering: Gathering, keys: Collection[str]) -> list[Booking]:
    """Those of this gathering, in the order in which they were ticked."""
    wanted = [int(key) for key in keys if key.isdecimal() and len(key) < 19][:MOST_AT_ONCE]
    rows = gathering.bookings.select_related("person", "gathering", "brought_in", "withdrawal")
    bookings = rows.defer("needs", "table_needs").in_bulk(wanted)
    return [bookings[key] for key in dict.fromkeys(wanted) if key in bookings]


def fits(mark: Mark, booking: Booking, now: datetime) -> bool:
    """Whether it says anything new of this one."""
    if mark == Mark.WRITTEN_TO:
        return bool(booking.address) or booking.is_live
    if mark == Mark.YES:
        return booking.has_asked and may_say_yes(booking, now)
    may = may_end(booking, now) and not booking.gathering.is_called_off
    return may and (mark == Mark.NOT_COMING or booking.waits_for_a_yes)


def put_mark(mark: Mark, booking: Booking, *, now: datetime, by: Person) -> None:
    """Raises what the act itself raises: `NotLive`, `BookedAlready` or `AlreadyOver`, when somebody was quicker."""
    if mark == Mark.YES:
        say_yes(booking, now=now, by=by)
    elif mark == Mark.COMING:
        say_yes_for(booking, now=now, by=by)
    elif mark == Mark.NOT_COMING:
        end_for(booking, apologies=False, now=now, by=by)
    else:
        WrittenTo.objects.update_or_create(booking=booking, defaults={"by": by, "at": now})
        note(by, "wrote to somebody in their own way", booking)
