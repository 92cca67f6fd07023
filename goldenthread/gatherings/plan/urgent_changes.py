"""Changes that people with a place must hear of at once: another day, other hours, another place, or that it is off."""

from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.utils.translation import get_language

from goldenthread.gatherings.plan.changes import Difference, differences
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

Turn = Gathering.Turn
URGENT_TURNS = {Turn.POSTPONED, Turn.RESUMED, Turn.CANCELLED, Turn.REINSTATED}
WHEN_AND_WHERE = ("when", "hours", "where")


def is_urgent(before: Gathering, after: Gathering) -> bool:
    """Whether the version that has just been recorded is one of them. What is over concerns nobody any more."""
    ends = [plan.ends_at for plan in (before, after) if plan.ends_at]
    if ends and max(ends) < clock.now():
        return False
    if after.turn in URGENT_TURNS:
        return True
    if after.turn == Turn.TIDIED or after.is_called_off:
        return False
    return bool(differences(before, after, only=WHEN_AND_WHERE))


def moves_since(gathering: Gathering, number: int) -> list[Difference]:
    """Where and when it was at version `number`, and is now, however often it moved."""
    return [difference for difference in differences_since(gathering, number) if difference.key in WHEN_AND_WHERE]


def is_still_so(gathering: Gathering, number: int | None) -> bool:
    """Whether whoever knows version `number` has to hear how it stands: not if it moved and moved back."""
    if number is None or gathering.is_called_off or gathering.is_postponed:
        return True
    return bool(moves_since(gathering, number)) or bool(urgent_turns_since(gathering, number))


def urgent_turns_since(gathering: Gathering, number: int) -> frozenset[str]:
    """What was said of it since, whatever was changed after that."""
    return _urgent_turns((gathering.uid, number, gathering.sequence, gathering.changed_at))


def differences_since(gathering: Gathering, number: int) -> list[Difference]:
    return _differences((gathering.uid, number, gathering.sequence, gathering.changed_at, get_language()))


# The same for everybody who comes, and read from the long history of a plan. A version that was only looked at and taken
# back has the number of the next one, so the moment belongs to the key.
@lru_cache(maxsize=64)
def _differences(key: tuple[UUID, int, int, datetime, str | None]) -> list[Difference]:
    uid, number, newest, *_rest = key
    versions = Gathering.history.filter(uid=uid, sequence__in=[number, newest]).order_by("sequence")
    first, last = [*versions, None, None][:2]
    return differences(first, last) if first and last else []


@lru_cache(maxsize=64)
def _urgent_turns(key: tuple[UUID, int, int, datetime]) -> frozenset[str]:
    uid, number, newest, _changed_at = key
    versions = Gathering.history.filter(uid=uid, sequence__gt=number, sequence__lte=newest, turn__in=URGENT_TURNS)
    return frozenset(versions.values_list("turn", flat=True))
