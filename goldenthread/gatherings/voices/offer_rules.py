"""What may be done with what people bring, and until when. Nothing here asks what was decided: nobody can tell by a button."""

from datetime import datetime, timedelta

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.rules import is_over
from goldenthread.gatherings.voices.models import Call, Contribution, Voice
from goldenthread.kit.replying import counts_from

# Whoever pressed “Send it” in time and proves their address a little later is not too late.
A_PRESS_COUNTS = timedelta(days=3)


def call_of(gathering: Gathering) -> Call | None:
    return Call.objects.of(gathering).with_its_gathering().first()


def is_open(gathering: Gathering, now: datetime) -> bool:
    call = call_of(gathering)
    return bool(call and call.is_open(now))


def goes_ahead(gathering: Gathering, now: datetime) -> bool:
    return not gathering.is_called_off and not is_over(gathering, now)


def may_send(contribution: Contribution, now: datetime) -> bool:
    if not contribution.is_draft or contribution.is_withdrawn or not goes_ahead(contribution.gathering, now):
        return False
    pressed = contribution.pressed_at
    return is_open(contribution.gathering, now) or bool(pressed and now < pressed + A_PRESS_COUNTS)


def may_change(contribution: Contribution, now: datetime) -> bool:
    """Until the gathering is over, whether the call is open or not."""
    return not contribution.is_withdrawn and goes_ahead(contribution.gathering, now)


def may_bring_back(voice: Voice, now: datetime) -> bool:
    """What was taken back, by who was in it then. A draft at any time; what had been sent within the call, or in the first quarter
    of an hour. What was erased with whoever brought it does not come back."""
    contribution = voice.contribution
    if not was_in_it_until_taken_back(voice):
        return False
    is_there = contribution.is_withdrawn and contribution.title
    if not is_there or not goes_ahead(contribution.gathering, now):
        return False
    return contribution.is_draft or _was_just_taken_back(contribution, now) or is_open(contribution.gathering, now)


def was_in_it_until_taken_back(voice: Voice) -> bool:
    """The last one who leaves takes it back in the same moment."""
    taken_at = voice.contribution.withdrawn_at
    if not taken_at or not voice.yes_at or voice.unproved_since:
        return False
    return voice.left_at is None or voice.left_at >= taken_at


def _was_just_taken_back(contribution: Contribution, now: datetime) -> bool:
    return bool(contribution.withdrawn_at and now < counts_from(contribution.withdrawn_at))


def may_answer(voice: Voice, now: datetime) -> bool:
    """Whoever was asked to be in it, also after the call has closed; and whoever left and would come back."""
    return not voice.contribution.is_withdrawn and goes_ahead(voice.contribution.gathering, now)


def first_of(contribution: Contribution) -> Voice | None:
    """Who asks others: whoever is in it for the longest. When they leave, it is the next one."""
    return contribution.voices.that_stay().proved().order_by("number", "pk").first()


def may_take_back(voice: Voice) -> bool:
    """For all who bring it: whoever asked the others. Each of them can leave it for themselves."""
    return first_of(voice.contribution) == voice


def may_remove(voice: Voice, other: Voice) -> bool:
    return first_of(voice.contribution) == voice and other != voice
