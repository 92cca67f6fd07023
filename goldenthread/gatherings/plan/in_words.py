"""When, where, for whom: the facts of a plan as people say them."""

from datetime import date, time
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Sector

# A gathering or one of its earlier versions, which carries the same fields.
Plan = Any


def a_day(day: date) -> str:
    return date_format(day, "l j F Y")


def an_hour(hour: time) -> str:
    return f"{hour.hour}:{hour.minute:02}"


def when(plan: Plan) -> str:
    """Such as "Tuesday 30 May 2023"; or the wish, such as "a Tuesday in May"; or nothing."""
    if not plan.day:
        return str(plan.when_wish)
    if plan.last_day and plan.last_day != plan.day:
        return _("%(first)s to %(last)s") % {"first": a_day(plan.day), "last": a_day(plan.last_day)}
    return a_day(plan.day)


def when_it_will_be(gathering: Gathering) -> str:
    """The same; nothing while it is postponed, for the day that stands in the plan is no longer so."""
    return "" if gathering.is_postponed else when(gathering)


def hours(plan: Plan) -> str:
    """Such as "9:30 to 16:30, London time"; nothing while the hours are open."""
    if not plan.from_time:
        return ""
    zone = zone_in_words(plan.time_zone)
    if not plan.to_time:
        return _("from %(start)s, %(zone)s") % {"start": an_hour(plan.from_time), "zone": zone}
    return _("%(start)s to %(end)s, %(zone)s") % {
        "start": an_hour(plan.from_time),
        "end": an_hour(plan.to_time),
        "zone": zone,
    }


def zone_in_words(time_zone: str) -> str:
    """Such as "London time"."""
    place = time_zone.rsplit("/", 1)[-1].replace("_", " ")
    # Most are in London, and London has a name in other languages.
    return _("London time") if place == "London" else _("%(place)s time") % {"place": place}


def where(plan: Plan) -> str:
    place = ", ".join(filter(None, [plan.venue, plan.address]))
    if plan.way == Gathering.Attendance.ONLINE:
        return _("Online")
    if plan.way == Gathering.Attendance.BOTH:
        return ", ".join(filter(None, [place, _("and online")]))
    return place


def access(plan: Plan) -> str:
    """Both what there is and what there is not: people must know before they travel."""
    return " · ".join(yes if there_is else no for there_is, yes, no, _unknown in _access(plan) if there_is is not None)


def access_as_known(plan: Plan) -> str:
    """The same, and what nobody has looked at in that place: it is not to be taken for granted."""
    if plan.way == Gathering.Attendance.ONLINE or not where(plan):
        return access(plan)
    if not access(plan):
        return _("access not checked yet")
    phrases = _access(plan)
    return " · ".join(
        unknown if there_is is None else yes if there_is else no for there_is, yes, no, unknown in phrases
    )


def _access(plan: Plan) -> list[tuple[bool | None, str, str, str]]:
    return [
        (plan.step_free, _("step-free"), _("not step-free"), _("step-free: not checked yet")),
        (plan.hearing_loop, _("hearing loop"), _("no hearing loop"), _("hearing loop: not checked yet")),
        (plan.quiet_room, _("quiet room"), _("no quiet room"), _("quiet room: not checked yet")),
    ]


def aims(plan: Plan) -> str:
    return ", ".join(f"{sector.label} {plan.aims[sector.value]}" for sector in Sector if plan.aims.get(sector.value))


def whether(plan: Plan) -> list[str]:
    """The same as `access`, in easy words, and also what nobody has looked at yet."""
    sentences = [
        (plan.step_free, _("There are no steps."), _("There are steps."), _("We do not know yet if there are steps.")),
        (
            plan.hearing_loop,
            _("There is a hearing loop. It helps if you wear a hearing aid."),
            _("There is no hearing loop."),
            _("We do not know yet if there is a hearing loop."),
        ),
        (
            plan.quiet_room,
            _("There is a quiet room. You can rest there."),
            _("There is no quiet room."),
            _("We do not know yet if there is a quiet room."),
        ),
    ]
    return [unknown if there_is is None else yes if there_is else no for there_is, yes, no, unknown in sentences]
