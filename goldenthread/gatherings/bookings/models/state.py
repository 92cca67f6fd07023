from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class State(models.TextChoices):
    """How a booking stands. One word, so that the database itself can refuse a second live booking."""

    KEPT = "kept", _("place kept, not confirmed yet")
    COMING = "coming", _("coming")
    # Put down by somebody else, by their address, and not asked or not answered yet. It opens nothing of theirs.
    EXPECTED = "expected", _("expected")
    WAITING = "waiting", _("waiting")
    OFFERED = "offered", _("a place is offered")
    # Where people ask for a place and the convenors say yes: it holds none.
    ASKED = "asked", _("asked for a place")
    CANCELLED = "cancelled", _("not coming")
    APOLOGIES = "apologies", _("sends apologies")
    GIVEN = "given", _("gave the place to somebody")
    RELEASED = "released", _("never confirmed")
    LAPSED = "lapsed", _("did not answer the offer")
    # The convenors said no, kindly and in words of their own.
    NOT_THIS_TIME = "not_now", _("not this time")
    # Not a booking of its own: a press for an address that has one. It takes no place, and waits to be confirmed by its owner.
    AGAIN = "again", _("asked again")


SEATED = [State.KEPT, State.COMING, State.EXPECTED, State.OFFERED]
# Whoever only waits for a place, or for an answer. Nobody gives themselves one.
WITHOUT_A_PLACE = [State.WAITING, State.ASKED]
LIVE = [*SEATED, *WITHOUT_A_PLACE]
# What a convenor can put back: nobody else was given this very place by them.
ENDED = [State.CANCELLED, State.APOLOGIES, State.RELEASED, State.LAPSED]
# The same, said to whose booking it is.
TO_ITS_OWNER = {
    State.KEPT: _("We’re keeping a place for you."),
    State.COMING: _("You have a place."),
    State.EXPECTED: _("The convenors are keeping a place for you."),
    State.WAITING: _("You’re on the waiting list."),
    State.OFFERED: _("A place has come free for you."),
    State.ASKED: _("You’ve asked for a place, and the convenors haven’t answered yet."),
    State.CANCELLED: _("Your booking has ended."),
    State.APOLOGIES: _("You sent your apologies."),
    State.GIVEN: _("You gave your place to a friend."),
    State.RELEASED: _("You didn’t confirm your place in time, so it went to somebody else."),
    State.LAPSED: _("You didn’t answer in time, so the place was offered to somebody else."),
    State.NOT_THIS_TIME: _("The convenors couldn’t say yes this time."),
    State.AGAIN: _("Your booking has ended."),
}


def to_its_owner(state: State, *, was_asked_for: bool) -> StrPromise:
    """Of a place that others asked for and that they never took, nothing of theirs has ended."""
    if state == State.CANCELLED and not was_asked_for:
        return _("You’re off the list.")
    return TO_ITS_OWNER[state]
