"""The changes of a plan that wait to be e-mailed, as the pages of its convenors say it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.changes import Change
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.plan.net_changes import how_many, net_changes
from goldenthread.gatherings.plan.pending_changes import may_be_slips
from goldenthread.gatherings.plan.previewing import what_will_go
from goldenthread.outbox.models import Email


@dataclass(frozen=True)
class WaitingChanges:
    """What they come to, who hears of them and when, and whether they may be slips of which nobody hears."""

    pending: PendingChanges
    preview: Preview
    changes: list[Change]
    may_be_slips: bool

    @property
    def sentence(self) -> str:
        """Such as "2 changes go to 34 people at 14:20."."""
        people, n = self.preview.people + self.preview.followers, how_many(self.changes)
        if not n:
            back = ngettext(
                "The plan is as it was. %(n)s person read something else meanwhile, and gets an e-mail at %(at)s.",
                "The plan is as it was. %(n)s people read something else meanwhile, and get an e-mail at %(at)s.",
                people,
            )
            return back % {"n": people, "at": self.preview.goes_at}
        to = ngettext("%(n)s person", "%(n)s people", people) % {"n": people}
        words = {"n": n, "people": to, "at": self.preview.goes_at}
        return (
            ngettext("%(n)s change goes to %(people)s at %(at)s.", "%(n)s changes go to %(people)s at %(at)s.", n)
            % words
        )

    @property
    def followers(self) -> str:
        """Those who follow the plan hear as often as they chose."""
        n = self.preview.followers
        if not n:
            return ""
        words = ngettext(
            "%(n)s of them follows the plan, and hears of it as often as they chose.",
            "%(n)s of them follow the plan, and hear of it as often as they chose.",
            n,
        )
        return words % {"n": n}

    @property
    def emails(self) -> list[Email]:
        """As the first of each kind will read it."""
        return [*self.preview.emails, *self.preview.news]


def waiting_changes(gathering: Gathering) -> WaitingChanges | None:
    """None if no change waits, or nobody would hear of it."""
    pending = PendingChanges.objects.of_now(gathering)
    if pending is None:
        return None
    preview = what_will_go(gathering)
    if not preview.people + preview.followers:
        return None
    pending.gathering = gathering
    changes = net_changes(gathering, pending.since)
    return WaitingChanges(pending, preview, changes, may_be_slips(pending, preview))


def who_hears(gathering: Gathering, preview: Preview) -> str:
    """For the page after a save: what happens because of it."""
    if gathering.turn == Gathering.Turn.TIDIED:
        return _("Saved as a small mistake. Nobody gets an e-mail about it.")
    if preview.people or not preview.followers:
        return preview.in_words or _("Saved.")
    return _("Saved. People who follow the plan will hear about it.")
