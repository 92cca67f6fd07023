"""Asking people to read, for a while; and the moment in which they begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.models import Readership, Reading, ReadingsOpening
from goldenthread.gatherings.voices.telling_emails import please_read
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person


class NobodyReads(Exception):
    """There is nobody who could begin."""


class ReadsAlone(Exception):
    """One person would read from lived experience, and nobody else: at least two, or none."""


class ConvenesThere(Exception):
    """They could read what others wrote, as a convenor: they would not give their own first."""


@dataclass(frozen=True)
class ReaderRequest:
    """Who is asked to read, until when; without an address they read on paper."""

    name: str
    email: str
    until: datetime
    has_lived_experience: bool = False


@transaction.atomic
def ask(gathering: Gathering, wanted: ReaderRequest, *, by: Person) -> Readership:
    """Whoever is asked again begins anew. They hear of it when there is something to read."""
    task = {
        "asked_as": wanted.name,
        "since": clock.now(),
        "until": wanted.until,
        "by": by,
        "has_lived_experience": wanted.has_lived_experience,
    }
    person = _person(wanted)
    _refuse_who_may_have_read_all(gathering, person)
    readership = Readership.objects.update_or_create(gathering=gathering, person=person, defaults=task)[0]
    note(by, "asked somebody to read", gathering)
    if is_open(gathering) and person.email:
        please_read(readership)
    return readership


def change(readership: Readership, *, until: datetime, has_lived_experience: bool, by: Person) -> None:
    if readership.until <= clock.now():
        _refuse_who_may_have_read_all(readership.gathering, readership.person)
    changed = {"until": until, "has_lived_experience": has_lived_experience}
    Readership.objects.filter(pk=readership.pk, since__lt=until).update(**changed)
    note(by, "changed how long somebody reads", readership.gathering)


def end(readership: Readership, *, by: Person) -> None:
    """Before its day: by a convenor, or by whoever reads. What they wrote stays."""
    now = max(clock.now(), readership.since + timedelta(seconds=1))
    Readership.objects.filter(pk=readership.pk, until__gt=now).update(until=now)
    note(by, "ended a reading task", readership.gathering)


@transaction.atomic
def open_readings(gathering: Gathering, *, by: Person) -> None:
    """Everybody who reads gets an e-mail with the way there, once."""
    readers = list(Readership.objects.of(gathering).lasting(clock.now()).in_order())
    if not readers:
        raise NobodyReads
    if reads_alone(readers):
        raise ReadsAlone
    _opening, is_new = ReadingsOpening.objects.get_or_create(gathering=gathering, defaults={"by": by})
    if is_new:
        note(by, "opened the readings", gathering)
        for readership in readers:
            if readership.person.email:
                please_read(readership)


def is_open(gathering: Gathering) -> bool:
    return ReadingsOpening.objects.of(gathering).exists()


def still_reading(gathering: Gathering) -> bool:
    """Whether somebody whose task lasts has read nothing yet. Who it is, and how many, presses nobody."""
    lasting = Readership.objects.of(gathering).lasting(clock.now())
    theirs = Reading.objects.filter(contribution__gathering=gathering, reader=OuterRef("person"))
    return lasting.filter(~Exists(theirs)).exists()


def reads_alone(readers: list[Readership]) -> bool:
    return sum(readership.has_lived_experience for readership in readers) == 1


def _refuse_who_may_have_read_all(gathering: Gathering, person: Person) -> None:
    """Whose task lasts reads nothing of the others as a convenor either; when it has ended, or never began, they may."""
    if not is_open(gathering) or Readership.objects.of(gathering).by(person).lasting(clock.now()).exists():
        return
    convenings = Gathering.objects.with_facts().get(pk=gathering.pk).current_convenings
    if any(convening.person_id == person.pk for convening in convenings):
        raise ConvenesThere


def _person(wanted: ReaderRequest) -> Person:
    if wanted.email:
        return Person.objects.with_address(wanted.email, name=wanted.name, language=None)
    return Person.objects.create_person(wanted.name)
