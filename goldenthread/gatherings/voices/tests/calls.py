"""A call that is open, as tests begin with one."""

from datetime import UTC, datetime

from goldenthread.gatherings.voices.calling import KindWording, open_call
from goldenthread.kit import clock

# A few weeks before the spring day, which begins on 20 April 2027.
END = datetime(2027, 3, 1, 23, 59, tzinfo=UTC)

STORY = (KindWording("A story", 10),)


def a_call_at(gathering, by, *, kinds=STORY, **wording):
    words = {"words": "Would you stand up?", "looked_for": "", "until": END, "is_blind": False} | wording
    return open_call(gathering, words, kinds, now=clock.now(), by=by)
