"""What a plan answers. It asks itself, too, what follows from a new version: its e-mails stand above its models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from goldenthread.gatherings.plan import chores, plan_changes
from goldenthread.gatherings.plan.above import Preview, RoomAbovePlan
from goldenthread.gatherings.plan.acts import ACTS
from goldenthread.gatherings.plan.keeping import KEPT
from goldenthread.gatherings.plan.models import ConvenorInvitation, Gathering, PendingChanges
from goldenthread.journal.above import Act
from goldenthread.kit import clock
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import OwnedRows, WayOn
from goldenthread.people.models import Person


class Plan(RoomAbovePlan):
    """Plans, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        """A plan speaks of people in its own words: of those who convene it."""
        return {Gathering: _plans_of}

    def before_leaving(self, person: Person | None, address: str) -> list[str]:
        """Whoever asked them to convene knew their name and address: answered or not, and in whatever capitals."""
        if address:
            ConvenorInvitation.objects.filter(email__iexact=address).delete()
        return []

    def first_steps(self, person: Person) -> Sequence[WayOn]:
        """The next gathering that everybody may come to."""
        coming = Gathering.objects.listed().with_facts().planned(clock.now())
        return [
            WayOn(_("Look at the next gathering: %(title)s") % {"title": next_one.title}, next_one.get_absolute_url())
            for next_one in coming[:1]
        ]

    def plan_changed(self, before: Gathering, after: Gathering, written_to: set[str]) -> None:
        plan_changes.plan_changed(before, after, written_to)

    def changes_sent(self, gathering: Gathering) -> None:
        chores.write_about(gathering, clock.now())

    def changes_dropped(self, gathering: Gathering, pending: PendingChanges) -> None:
        plan_changes.changes_dropped(gathering, pending)

    def preview(self, gathering: Gathering) -> Preview:
        return plan_changes.preview(gathering)


def _plans_of(person: Person) -> QuerySet[Gathering]:
    return Gathering.objects.filter(convenings__person=person).distinct()
