"""A call as people speak of it: until when, and why nothing can be offered now."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.in_words import a_day, an_hour, zone_in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import has_been
from goldenthread.gatherings.voices.models import Call

# Whoever says a day means all of it; midnight would be taken for the night before.
LAST_MINUTE = time(23, 59)


def until_in_words(call: Call) -> str:
    """Such as "Tuesday 28 February 2023, 23:59, London time"."""
    ends_at = call.ends_at.astimezone(call.gathering.zone)
    zone = zone_in_words(call.gathering.time_zone)
    return f"{a_day(ends_at.date())}, {an_hour(ends_at.time())}, {zone}"


def why_not_now(gathering: Gathering, now: datetime) -> str:
    """Why nobody can ask for voices, nor offer one. Empty while it is still to come on a day that holds."""
    if gathering.is_called_off:
        return _("This gathering is called off, so nothing can be offered.")
    if has_been(gathering, now):
        return _("This gathering is over. Thank you to everybody who stood up and said something.")
    if gathering.is_postponed:
        return _("This gathering is postponed. Nothing can be offered until there’s a new day.")
    if gathering.starts_at and gathering.starts_at <= now:
        return _("This gathering has begun, so nothing can be offered any more.")
    return ""


def why_closed(gathering: Gathering, call: Call | None, now: datetime) -> str:
    """Empty while something can be offered."""
    if call is None:
        return why_not_now(gathering, now) or _("The convenors (who plan the gathering) haven’t asked for voices yet.")
    if call.is_open(now):
        return ""
    return why_not_now(gathering, now) or _("The call is closed. Thank you to everybody who offered something.")
