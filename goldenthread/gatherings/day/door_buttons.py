"""What stands beside a name on the list at the door: one press, in the rush; a second where it is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.models import GONE, Standing
from goldenthread.gatherings.plan.models import Gathering

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

LABELS = {
    Standing.HERE: _("Here"),
    Standing.LATE: _("Joined late"),
    Standing.LEFT: _("Left early"),
    Standing.APOLOGIES: _("Sent apologies"),
    Standing.ABSENT: _("Did not come"),
    # Where somebody is not marked any more, they are expected.
    Standing.COMING: _("Undo"),
}
SAYS = {
    Standing.HERE: _("%(name)s is here."),
    Standing.LATE: _("%(name)s joined late."),
    Standing.LEFT: _("%(name)s left early."),
    Standing.APOLOGIES: _("%(name)s sent apologies."),
    Standing.ABSENT: _("%(name)s did not come."),
    Standing.COMING: _("%(name)s isn’t marked any more."),
}
# Who left or sent apologies may come after all; what was a slip is undone in the same place.
THEN = {
    Standing.HERE: (Standing.COMING,),
    Standing.LATE: (Standing.COMING,),
    Standing.LEFT: (Standing.HERE,),
    Standing.APOLOGIES: (Standing.HERE,),
    Standing.ABSENT: (Standing.COMING,),
}


# How somebody stands who is neither expected nor simply here is said beside the name.
SAID_BESIDE = frozenset({Standing.LATE, *GONE})


@dataclass(frozen=True)
class DoorButton:
    """One press, and what it says."""

    standing: Standing

    @property
    def label(self) -> StrPromise:
        return LABELS[self.standing]


@dataclass(frozen=True)
class DoorButtons:
    """What can be pressed of somebody who stands so, and what is said of them."""

    standing: Standing
    buttons: Sequence[DoorButton]

    @property
    def beside(self) -> StrPromise | str:
        return self.standing.label if self.standing in SAID_BESIDE else ""

    @property
    def says(self) -> str:
        """With 0 for the name, for a list without network."""
        return str(SAYS[self.standing]) % {"name": "0"}


def buttons_at(gathering: Gathering, now: datetime) -> Mapping[Standing, DoorButtons]:
    """By how somebody stands. Later in the day "joined late" stands beside "here", and when it is over "did not come"."""
    presses = {Standing.COMING: (Standing.HERE, *_beside_here(gathering, now))} | THEN
    return {standing: DoorButtons(standing, [DoorButton(each) for each in then]) for standing, then in presses.items()}


def every_button(standing: Standing | None, gathering: Gathering, now: datetime) -> Sequence[DoorButton]:
    """On the page of one person: whatever can be said without a time, and is not said already."""
    current = standing or Standing.COMING
    offered = (each for each in LABELS if each != current and not rules.needs_a_time(each, gathering, now))
    return [DoorButton(each) for each in offered]


def _beside_here(gathering: Gathering, now: datetime) -> Sequence[Standing]:
    if rules.is_over(gathering, now):
        return [Standing.ABSENT]
    return [Standing.LATE] if rules.has_long_begun(gathering, now) else []
