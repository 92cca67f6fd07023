"""How convenors are asked before they say something of a gathering, and which sayings fit now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import has_been

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class ConfirmationPage:
    """How one turn is asked for on its page."""

    verb: turns.Verb
    question: StrPromise
    meaning: StrPromise
    button: StrPromise
    must_say: bool = False
    # Whether there is more to do then, and the page of what comes next says what.
    leads_on: bool = False


SAYINGS = {
    "publication": ConfirmationPage(
        turns.publish,
        gettext_lazy("Show the draft to everybody?"),
        gettext_lazy(
            "It will be listed with the other gatherings, marked as a draft. It doesn’t have to be finished: the page says what isn’t settled yet."
        ),
        gettext_lazy("Show the draft to everybody"),
        leads_on=True,
    ),
    "settlement": ConfirmationPage(
        turns.settle,
        gettext_lazy("Is the plan settled?"),
        gettext_lazy("People will rely on it, and buy their tickets. You can still change it."),
        gettext_lazy("Say that it is settled"),
    ),
    "reconsideration": ConfirmationPage(
        turns.unsettle,
        gettext_lazy("Is it a draft again?"),
        gettext_lazy("It will be shown as a draft again."),
        gettext_lazy("Make it a draft again"),
    ),
    "fullness": ConfirmationPage(
        turns.close,
        gettext_lazy("Is every place taken?"),
        gettext_lazy("The page will say that the gathering is full."),
        gettext_lazy("Say that it is full"),
    ),
    "room": ConfirmationPage(
        turns.reopen,
        gettext_lazy("Are there places again?"),
        gettext_lazy("The page will no longer say that the gathering is full."),
        gettext_lazy("Say that there are places"),
    ),
    "postponement": ConfirmationPage(
        turns.postpone,
        gettext_lazy("Postpone the gathering?"),
        gettext_lazy(
            "Everybody who has a place, or is waiting for one, gets an e-mail with your reason. You read it before it goes. When you have a new date, put it in the plan: that says it’s going ahead."
        ),
        gettext_lazy("Postpone it"),
        must_say=True,
    ),
    "resumption": ConfirmationPage(
        turns.resume,
        gettext_lazy("Is it going ahead again?"),
        gettext_lazy(
            "Everybody who has a place, or is waiting for one, gets an e-mail. You read it before it goes. The page will no longer say that it’s postponed."
        ),
        gettext_lazy("Say that it’s going ahead"),
    ),
    "cancellation": ConfirmationPage(
        turns.call_off,
        gettext_lazy("Call the gathering off?"),
        gettext_lazy(
            "Everybody who has a place, or is waiting for one, gets an e-mail with your reason. You read it before it goes. The page stays, and says that it’s called off. So do calendars."
        ),
        gettext_lazy("Call it off"),
        must_say=True,
    ),
    "reinstatement": ConfirmationPage(
        turns.reinstate,
        gettext_lazy("Is it happening after all?"),
        gettext_lazy(
            "Everybody who had a place, or was waiting for one, when it was called off gets an e-mail. You read it before it goes. They have their places as before."
        ),
        gettext_lazy("Say that it’s happening"),
    ),
}


# What can be said only of a day that is to come.
OF_WHAT_IS_TO_COME = {"settlement", "reconsideration", "fullness", "room", "postponement", "cancellation"}


def fitting(gathering: Gathering, now: datetime) -> list[tuple[str, ConfirmationPage]]:
    """The nouns that make sense now, in the order of a gathering's life. What was called off can only be taken up again."""
    if gathering.is_called_off:
        return [("reinstatement", SAYINGS["reinstatement"])]
    fits = {
        "publication": not gathering.is_public,
        "settlement": gathering.is_public and not gathering.is_settled,
        "reconsideration": gathering.is_settled,
        "fullness": gathering.is_public and not gathering.is_full,
        "room": gathering.is_full,
        "postponement": gathering.is_public and not gathering.is_postponed,
        "resumption": gathering.is_postponed,
        "cancellation": True,
    }
    too_late = OF_WHAT_IS_TO_COME if has_been(gathering, now) else set()
    return [(noun, SAYINGS[noun]) for noun, does in fits.items() if does and noun not in too_late]
