"""Why a plan changed. Each reason belongs to the change it was given for, and goes where that is still so."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from goldenthread.gatherings.plan.changes import Change, changes_between, differences
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.urgent_changes import URGENT_TURNS


def reasons_since(gathering: Gathering, number: int) -> list[str]:
    """For whoever knows version `number`: in the order of the changes, each once. Not of what was changed back."""
    versions = gathering.history.filter(sequence__gt=number).exclude(because="")
    given = dict(versions.values_list("sequence", "because"))
    return each_once(given.get(version, "") for version in standing_since(gathering, number)) if given else []


def standing_since(gathering: Gathering, number: int) -> list[int]:
    """The versions by which the plan is as it is, and no longer as it was at version `number`."""
    return _standing((gathering.uid, number, gathering.sequence, gathering.changed_at))


def by_which(changes: Collection[Change], keys: Collection[str]) -> list[Change]:
    """Those by which these aspects became what they are: of each, the last."""
    last = {difference.key: change.number for change in changes for difference in change.differences}
    numbers = {last[key] for key in keys if key in last}
    return [change for change in changes if change.number in numbers]


def each_once(reasons: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, reasons)))


# Reasons are not remembered here: they may be put in other words without a new version.
@lru_cache(maxsize=64)
def _standing(key: tuple[UUID, int, int, datetime]) -> list[int]:
    uid, number, newest, _changed_at = key
    versions = list(Gathering.history.filter(uid=uid, sequence__range=(number, newest)).order_by("sequence"))
    changes = [change for change in changes_between(versions) if not change.is_small]
    net = differences(versions[0], versions[-1]) if changes else []
    standing = {change.number for change in by_which(changes, {difference.key for difference in net})}
    last_turn = [change.number for change in changes if change.turn in URGENT_TURNS][-1:]
    return sorted(standing.union(last_turn))
