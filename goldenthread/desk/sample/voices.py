"""Calls for voices of the sample, and what invented people bring. Nothing is put into a convenor's mouth without saying so beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from goldenthread.desk.sample import brought, brought_to_leeds
from goldenthread.desk.sample.brought import Brought, SampleCall
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.calling import KindWording, open_call
from goldenthread.gatherings.voices.kind_forms import USUAL
from goldenthread.gatherings.voices.models import (
    Contribution,
    ContributionVersion,
    Decision,
    DecisionAnswer,
    HelpAsked,
    OwedAnswer,
    Readership,
    Reading,
    ReadingsOpening,
    Telling,
    Voice,
)
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

# By the last part of their addresses.
CALLS = {"launch": brought.CALL, "day-in-leeds": brought_to_leeds.CALL}


def gatherings_that_ask() -> QuerySet[Gathering]:
    return Gathering.objects.with_facts().filter(slug__in=CALLS)


def ask_for_voices(gathering: Gathering, people: list[Person], now: datetime) -> None:
    """The call is open, and this much has come. By nobody: the convenors of the launch are real people."""
    sample = CALLS[gathering.slug]
    kinds = [KindWording(str(kind.name), kind.minutes, kind.most_people, str(kind.words)) for kind in USUAL]
    wording = {"words": gathering.voices, "looked_for": sample.looked_for, "until": sample.until, "is_blind": False}
    call = open_call(gathering, wording, kinds, now=now, by=None)
    by_address = {person.email: person for person in people}
    for each in sample.brought:
        contribution = Contribution.objects.create(
            gathering=gathering,
            title=each.title,
            words=each.words,
            kind=call.kinds.get(name=each.kind),
            begun_at=now,
            sent_at=now if each.is_sent else None,
        )
        Voice.objects.bulk_create(_voices_of(contribution, each, by_address, now))
        if each.help_with:
            first = contribution.voices.get(number=1)
            HelpAsked.objects.create(contribution=contribution, voice=first, words=each.help_with, at=now)
        if each.is_sent:
            words = {"title": each.title, "words": each.words}
            ContributionVersion.objects.create(contribution=contribution, number=1, at=now, **words)
    if sample.read_from <= now:
        ask_readers(gathering, now)


def ask_readers(gathering: Gathering, _now: datetime) -> None:
    """Three read from now on. Once: what a visitor changed since stays."""
    sample = CALLS[gathering.slug]
    if ReadingsOpening.objects.of(gathering).exists():
        return
    task = {"gathering": gathering, "since": sample.read_from, "until": sample.told_at}
    people = Person.objects.filter(email__in=sample.readers).order_by("pk")
    Readership.objects.bulk_create(
        Readership(person=person, has_lived_experience=sample.readers[person.email or ""], **task) for person in people
    )
    ReadingsOpening.objects.create(gathering=gathering, at=sample.read_from)


def read_and_decide(gathering: Gathering, _now: datetime) -> None:
    """What came is read, and decided about. Nobody hears of it yet. Once; what a visitor wrote or decided stays."""
    sample = CALLS[gathering.slug]
    if Reading.objects.filter(contribution__gathering=gathering, at=sample.read_at).exists():
        return
    readers = {person.email: person for person in Person.objects.filter(email__in=sample.readers)}
    by_number = list(sample.readers)
    rows = _as_they_are(gathering, sample)
    at = {"at": sample.read_at}
    Reading.objects.bulk_create(
        (
            Reading(contribution=rows[n], reader=readers[by_number[who]], leaning=leaning, words=words, version=1, **at)
            for n, who, leaning, words in sample.readings
            if n in rows
        ),
        ignore_conflicts=True,
    )
    decisions = {row: sample.brought[number].decision for number, row in rows.items()}
    Decision.objects.bulk_create(
        (Decision(contribution=row, **words, **at) for row, words in decisions.items() if words), ignore_conflicts=True
    )


def tell_all(gathering: Gathering, _now: datetime) -> None:
    """All are told at once; if a visitor told some of them, the rest is theirs to tell. No e-mail is owed: a press of
    the clock tells sixty days in one."""
    held_back = [decision.pk for decision in Decision.objects.of(gathering).to_tell() if decision.is_complete]
    if held_back and not Telling.objects.of(gathering).exists():
        telling = Telling.objects.create(gathering=gathering, at=CALLS[gathering.slug].told_at)
        Decision.objects.filter(pk__in=held_back).update(telling=telling)


def accept(gathering: Gathering, _now: datetime) -> None:
    """Whoever is in says so. The one on paper told it on the telephone."""
    known = Decision.objects.of(gathering).made_known().filter(answer=DecisionAnswer.IN)
    voices = Voice.objects.that_stay().filter(contribution__in=known.values("contribution"))
    answered_at = CALLS[gathering.slug].accepted_at
    voices.filter(accepted_at=None, stepped_back_at=None).update(accepted_at=answered_at)


def take_back_acceptances(moment: datetime) -> None:
    """What is answered after this moment is not answered yet."""
    voices = Voice.objects.filter(contribution__gathering__in=gatherings_that_ask())
    voices.filter(accepted_at__gt=moment).update(accepted_at=None)
    voices.filter(stepped_back_at__gt=moment).update(stepped_back_at=None)


def read_after(moment: datetime) -> tuple[QuerySet[Reading], QuerySet[Readership], QuerySet[ReadingsOpening]]:
    asking = gatherings_that_ask()
    readings = Reading.objects.filter(contribution__gathering__in=asking, at__gt=moment)
    openings = ReadingsOpening.objects.filter(gathering__in=asking, at__gt=moment)
    return readings, Readership.objects.filter(gathering__in=asking, since__gt=moment), openings


def decided_after(
    moment: datetime,
) -> tuple[QuerySet[OwedAnswer], QuerySet[Email], QuerySet[Decision], QuerySet[Telling]]:
    """What was told after this moment is held back again, with its e-mails, unless it was decided later, too."""
    asking = gatherings_that_ask()
    owed = OwedAnswer.objects.filter(decision__contribution__gathering__in=asking, at__gt=moment)
    theirs = Q()
    for slug in CALLS:
        theirs |= Q(text__contains=f"/{slug}/")
    emails = Email.objects.filter(theirs, kind__startswith="decided: ", written_at__gt=moment)
    decisions = Decision.objects.filter(contribution__gathering__in=asking, at__gt=moment)
    return owed, emails, decisions, Telling.objects.filter(gathering__in=asking, at__gt=moment)


def _voices_of(
    contribution: Contribution, each: Brought, people: dict[str | None, Person], now: datetime
) -> Iterator[Voice]:
    keeper = next(iter(people.values()))
    for number, who in enumerate(each.voices, start=1):
        person = None if each.is_on_paper else people[who]
        yield Voice(
            contribution=contribution,
            number=number,
            person=person,
            name=person.name if person else who,
            email=(person.email or "") if person else "",
            typed_in_by=None if person else keeper,
            at=now,
            yes_at=now,
        )


def _as_they_are(gathering: Gathering, sample: SampleCall) -> dict[int, Contribution]:
    """Those of ours that were sent, by their places: a visitor may have added others."""
    rows = {row.title: row for row in Contribution.objects.of(gathering).sent().order_by("-pk")}
    return {number: rows[each.title] for number, each in enumerate(sample.brought) if each.title in rows}
