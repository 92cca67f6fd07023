"""The row of rooms: on every page for convenors the same way to the others, with where one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import looks_on

if TYPE_CHECKING:
    from django.template import RequestContext
    from django.urls import ResolverMatch
    from django.utils.functional import _StrPromise as StrPromise

register = template.Library()

# In the order in which a gathering is lived through. A wing names its pages, so its name says where one is.
ROOMS = {
    "pages:convening": _("Next"),
    "plan:plan": _("Plan"),
    "voices:contributions": _("Voices"),
    "programme:draft": _("Programme"),
    "bookings:bookings": _("Who is coming"),
    "tables:tables": _("Tables"),
    "day:day": _("The day"),
    "afterwards:afterwards": _("Afterwards"),
    "pages:record": _("Who changed what"),
}
# Wings without a room of their own stand in one of these.
STANDS_IN = {"signup": "programme", "open_hour": "day"}
# What is drafted there may be a decision that is held back.
NOT_FOR_WHO_LOOKS_ON = {"programme:draft"}


@dataclass(frozen=True)
class RoomLink:
    """One of the rooms, and whether this page is it (`page`), or stands in it (`true`)."""

    words: StrPromise
    path: str
    current: str


@register.inclusion_tag("plan/_rooms.html", takes_context=True)
def rooms(context: RequestContext, gathering: Gathering) -> dict[str, Any]:
    """For whoever may see the pages for convenors: nobody else is shown a page that draws it."""
    match = context.request.resolver_match
    room = _room_of(match)
    closed = NOT_FOR_WHO_LOOKS_ON if looks_on(context["request"].user, gathering) else set()
    links = [
        RoomLink(words, reverse(name, args=[gathering.slug]), _current(name, room, match))
        for name, words in ROOMS.items()
        if name not in closed
    ]
    return {"gathering": gathering, "rooms": links}


def _room_of(match: ResolverMatch | None) -> str:
    """In which of them a page stands: it is one of them, or stands in the first of its wing."""
    if match is None or match.view_name in ROOMS:
        return match.view_name if match else ""
    wing = match.namespace.rpartition(":")[2]
    wing = STANDS_IN.get(wing, wing)
    return next((name for name in ROOMS if name.partition(":")[0] == wing), "")


def _current(name: str, room: str, match: ResolverMatch | None) -> str:
    if match is None or name != room:
        return ""
    return "page" if name == match.view_name else "true"
