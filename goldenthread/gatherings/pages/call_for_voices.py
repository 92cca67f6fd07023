"""The call of a gathering as its page shows it, beside what the plan says of standing up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.call_in_words import until_in_words, why_closed


@dataclass(frozen=True)
class ShownCall:
    """Its words, and until when; once it is closed why, and no words: the plan speaks for itself again."""

    words: str = ""
    until: str = ""
    why_closed: str = ""


def call_at(gathering: Gathering, now: datetime) -> ShownCall | None:
    """At a gathering that was found with its call, in the same query."""
    call = getattr(gathering, "call", None)
    if call is None:
        return None
    if why := why_closed(gathering, call, now):
        return ShownCall(why_closed=why)
    return ShownCall(words=call.words, until=until_in_words(call))
