"""What only the reminder of a day says."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.models import Booking, Owed, Reminder
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.kit.prose import unmarked

# Longer ways are read with the plan.
SHORT_WAY = 1000
SOON = {0: gettext_lazy("Today"), 1: gettext_lazy("Tomorrow"), 7: gettext_lazy("In a week")}


def about_the_day(debt: Owed) -> dict[str, Any]:
    """Of a reminder: a line of the convenors, how to get there, and where they said what they need; never what that is."""
    if debt.reminder is None:
        return {}
    booking, gathering = debt.booking, debt.booking.gathering
    has_told = booking.shows_what_was_told and bool(booking.needs or booking.table_needs)
    told_at = reverse("bookings:told", args=[gathering.slug, booking.key])
    is_short = len(gathering.getting_there) <= SHORT_WAY
    return {
        "line": debt.reminder.line,
        "getting_there": unmarked(gathering.getting_there) if is_short else "",
        "how_soon": _how_soon(debt.reminder, gathering),
        "somebody_waits": Booking.objects.filter(gathering=gathering).in_waiting_order().exists(),
        "needs_at": told_at if has_told else "",
        "answers_to": debt.reminder.answers_to,
    }


def _how_soon(reminder: Reminder, gathering: Gathering) -> str:
    """As its first word. One that a house sent late says how it is then."""
    today = clock.now().astimezone(gathering.zone).date()
    days = min(reminder.days, (gathering.day - today).days) if gathering.day else reminder.days
    return str(SOON.get(days, _("Soon")))
