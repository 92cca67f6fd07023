"""Who has met whom, told to `goldenthread.people.closeness`. What "met" means is decided in `known.met_by`."""

from collections.abc import Collection

from goldenthread.people.models import Audience, Person
from goldenthread.threads.known import met_by

MET = frozenset({Audience.MET})


def closeness(by: Person, to: Collection[int]) -> dict[int, frozenset[Audience]]:
    return dict.fromkeys(met_by(by, to), MET)
