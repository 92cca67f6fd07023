"""What changed all in all: what was changed and changed back is nothing to tell."""

from itertools import chain

from goldenthread.gatherings.plan.changes import Change, Difference, changes_between, differences
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.reasons import by_which, each_once

Turn = Gathering.Turn
OPPOSITE = {
    Turn.SETTLED: Turn.UNSETTLED,
    Turn.FULL: Turn.NOT_FULL,
    Turn.POSTPONED: Turn.RESUMED,
    Turn.CANCELLED: Turn.REINSTATED,
}
BOTH_WAYS = OPPOSITE | {undone: done for done, undone in OPPOSITE.items()}


def net_changes(gathering: Gathering, number: int) -> list[Change]:
    """What somebody who knows version `number` has not heard of and is still so: turns first, slips left out. One query."""
    versions = list(gathering.history.filter(sequence__gte=number).order_by("sequence"))
    changes = [change for change in changes_between(versions) if not change.is_small]
    keys = {difference.key for difference in chain.from_iterable(change.differences for change in changes)}
    net = differences(versions[0], versions[-1], only=keys) if keys else []
    turns = [each for each in changes if each.turn is not Turn.EDITED and _still_holds(each, changes)]
    edits = [each for each in changes if each.turn is Turn.EDITED]
    if net and turns and not edits:
        return [*_bare(turns[:-1]), turns[-1].with_differences(net)]
    return [*_bare(turns), *([_as_one(edits or changes, net)] if net else [])]


def how_many(changes: list[Change]) -> int:
    """A difference is a change; so is a turn that brought none."""
    return sum(len(change.differences) or 1 for change in changes)


def _still_holds(change: Change, changes: list[Change]) -> bool:
    """The last word of its kind, and not as it was before."""
    kind = {change.turn, BOTH_WAYS.get(change.turn)}
    words = [other for other in changes if other.turn in kind]
    return words[-1] is change and (words[0].turn is change.turn)


def _bare(turns: list[Change]) -> list[Change]:
    return [turn.with_differences([]) for turn in turns]


def _as_one(edits: list[Change], net: list[Difference]) -> Change:
    """With the reasons of those by which it is so, and of no other."""
    reasons = each_once(change.because for change in by_which(edits, {difference.key for difference in net}))
    return Change(edits[-1].number, edits[-1].at, Turn.EDITED, " · ".join(reasons), net)
