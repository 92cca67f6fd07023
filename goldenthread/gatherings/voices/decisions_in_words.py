"""What was decided, as people read it: on their page, and in their e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import DecisionAnswer, OtherDoor

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

DECIDED: dict[str, StrPromise] = {
    DecisionAnswer.IN: _("It’s in: it has a place in the programme."),
    DecisionAnswer.RESERVE: _("It’s in reserve: if a place falls free, you hear from us at once."),
    DecisionAnswer.ANOTHER_PLACE: _("It isn’t in the programme. We’d like it to have another place."),
    DecisionAnswer.NOT_THIS_TIME: _("It has no place in the programme this time."),
}
DOORS: dict[str, StrPromise] = {
    OtherDoor.OPEN_HOUR: _("If there’s an open hour on the day, bring it there. You don’t have to ask first."),
    OtherDoor.CIRCLE: _(
        "It would be good in a small group that meets again. Answer our e-mail if you’d like that, and we’ll put you in touch with people."
    ),
    OtherDoor.WALL: _("If there’s a wall on the day, hang it there: everybody can read it."),
    OtherDoor.NEXT_TIME: _("We’d like to hear it at the next gathering. Please offer it again."),
}

# What hangs on the day wants a place there; the plan says how to have one.
ON_THE_DAY = {OtherDoor.OPEN_HOUR, OtherDoor.WALL}


def stepped_back() -> str:
    return gettext("You’ve stepped back, so you won’t bring it.")


def decided(answer: str) -> str:
    return str(DECIDED[answer])


def the_door(door: str) -> str:
    return str(DOORS[door]) if door else ""


def way_through(door: str, gathering: Gathering) -> tuple[StrPromise, str] | None:
    """Where that door is, in words and as an address; none where an answer to our e-mail is the way."""
    if door in ON_THE_DAY:
        return _("Keep a place on the day"), gathering.get_absolute_url()
    if door == OtherDoor.NEXT_TIME:
        return _("Gatherings to come"), reverse("pages:gatherings")
    return None
