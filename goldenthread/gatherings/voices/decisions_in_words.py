"""What was decided, as people read it: on their page, and in their e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.voices.models import DecisionAnswer, OtherDoor

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

DECIDED: dict[str, StrPromise] = {
    DecisionAnswer.IN: gettext_lazy("It’s in: it has a place in the programme."),
    DecisionAnswer.RESERVE: gettext_lazy("It’s in reserve: if a place falls free, you hear from us at once."),
    DecisionAnswer.ANOTHER_PLACE: gettext_lazy("It isn’t in the programme. We’d like it to have another place."),
    DecisionAnswer.NOT_THIS_TIME: gettext_lazy("It has no place in the programme this time."),
}
DOORS: dict[str, StrPromise] = {
    OtherDoor.OPEN_HOUR: gettext_lazy(
        "If there’s an open hour on the day, bring it there. You don’t have to ask first."
    ),
    OtherDoor.CIRCLE: gettext_lazy(
        "It would be good in a small group that meets again. Answer our e-mail if you’d like that, and we’ll put you in touch with people."
    ),
    OtherDoor.WALL: gettext_lazy("If there’s a wall on the day, hang it there: everybody can read it."),
    OtherDoor.NEXT_TIME: gettext_lazy("We’d like to hear it at the next gathering. Please offer it again."),
}


def stepped_back() -> str:
    return _("You’ve stepped back, so you won’t bring it.")


def decided(answer: str) -> str:
    return str(DECIDED[answer])


def the_door(door: str) -> str:
    return str(DOORS[door]) if door else ""
