"""Convening together: ask somebody to join, hand over, step back."""

from django.db import transaction

from goldenthread.gatherings.plan.models import Convening, ConvenorInvitation, Gathering
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person


class LastConvenor(Exception):
    """A gathering is not left alone: hand over first."""


class InvitationUsed(Exception):
    """This invitation was answered before."""


@transaction.atomic
def accept(invitation: ConvenorInvitation, person: Person) -> None:
    """Start to convene; whoever handed over stops."""
    mine = ConvenorInvitation.objects.filter(pk=invitation.pk, accepted_at=None).update(accepted_at=clock.now())
    if not mine:
        raise InvitationUsed
    gathering = Gathering.objects.select_for_update().get(pk=invitation.gathering_id)
    Convening.objects.get_or_create(gathering=gathering, person=person, until=None)
    if invitation.takes_over and invitation.by != person:
        _stop(gathering, invitation.by)
    gathering.record(Gathering.Turn.CONVENORS, by=person)
    note(person, "began to convene", gathering)


@transaction.atomic
def step_back(gathering: Gathering, person: Person) -> None:
    now = Gathering.objects.select_for_update().get(pk=gathering.pk)
    if Convening.objects.of(now).current().count() < 2:
        raise LastConvenor
    _stop(now, person)
    now.record(Gathering.Turn.CONVENORS, by=person)
    note(person, "stepped back from convening", now)


def _stop(gathering: Gathering, person: Person) -> None:
    Convening.objects.of(gathering).current().by(person).update(until=clock.now())
