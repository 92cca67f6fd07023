"""Deciding about what people offered. Nobody but the convenors hears of it until all are told."""

from __future__ import annotations

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Contribution, Decision, Readership, Reading, Voice
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person


class AlreadyTold(Exception):
    """They know it: what is decided anew is told anew."""


class NoLongerOffered(Exception):
    """It was taken back meanwhile."""


@transaction.atomic
def decide(contribution: Contribution, *, answer: str, reason: str, door: str, by: Person) -> Decision:
    """Or decide otherwise, while nobody was told."""
    gathering = lock(contribution.gathering)
    if not Contribution.objects.of(gathering).sent().filter(pk=contribution.pk).exists():
        raise NoLongerOffered
    _refuse_when_told(contribution)
    words = {"answer": answer, "reason": reason, "door": door, "by": by, "at": clock.now()}
    decision = Decision.objects.update_or_create(contribution=contribution, defaults=words)[0]
    note(by, "decided about something", gathering)
    return decision


@transaction.atomic
def take_back(contribution: Contribution, *, by: Person) -> None:
    """As if nothing had been decided about it yet."""
    gathering = lock(contribution.gathering)
    _refuse_when_told(contribution)
    Decision.objects.held_back().filter(contribution=contribution).delete()
    note(by, "took a decision back", gathering)


def lock(gathering: Gathering) -> Gathering:
    """What is told and what is decided wait for each other."""
    return Gathering.objects.select_for_update().get(pk=gathering.pk)


def bring(person: Person, gathering: Gathering) -> set[int]:
    """What this person brings themselves. Where others convene, too, those decide about it, and it is not read by its voice."""
    if all(convening.person_id == person.pk for convening in gathering.current_convenings):
        return set()
    theirs = Voice.objects.all().brought_by(person).filter(contribution__gathering=gathering)
    return set(theirs.values_list("contribution", flat=True))


def readings_for(person: Person, contribution: Contribution) -> list[Reading]:
    """For a convenor. Who reads as well gives their own first, and reads nothing of what is too close to them. Nor does anybody of
    what they may bring themselves."""
    readings = contribution.readings.select_related("reader").with_corrections().order_by("pk")
    mine = next((reading for reading in readings if reading.reader_id == person.pk), None)
    if Voice.objects.all().may_be_theirs(person).filter(contribution=contribution).exists():
        return []
    if mine:
        return [] if mine.is_closed_to_its_reader else list(readings)
    reads = Readership.objects.of(contribution.gathering).lasting(clock.now()).filter(person=person)
    return [] if reads.exists() else list(readings)


def _refuse_when_told(contribution: Contribution) -> None:
    if Decision.objects.made_known().filter(contribution=contribution).exists():
        raise AlreadyTold
