"""Planning another gathering like one that there was: its words, and nothing of who came or when."""

from django.db import transaction

from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person

# Whom people can talk to, and whether there is a loop, is asked anew: the one may not be there, and the other stands in another hall.
COPIED = (
    "lede", "about", "easy_read", "for_whom", "from_time", "to_time", "time_zone", "way", "venue", "address", "getting_there",
    "hosted_by", "places", "cost", "expect", "voices", "aims",
)  # fmt: skip


@transaction.atomic
def copy_plan(gathering: Gathering, title: str, *, by: Person) -> Gathering:
    """A draft that only those see who are given its address, convened by whoever copies it. Nobody is written to."""
    copied = Gathering.begin(title, by=by, **{field: getattr(gathering, field) for field in COPIED})
    for wing in rooms(RoomAbovePlan):
        wing.plan_copied(gathering, copied, by=by)
    note(by, "copied a plan", copied)
    return copied
