"""The call of the launch, and what invented people bring to it. Nothing is put into a convenor's mouth without saying so beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import QuerySet

from goldenthread.desk.sample.brought import BROUGHT, LOOKED_FOR, READERS, READINGS, Brought
from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.call_in_words import LAST_MINUTE
from goldenthread.gatherings.voices.calling import KindWording, open_call
from goldenthread.gatherings.voices.kind_forms import USUAL
from goldenthread.gatherings.voices.models import (
    Contribution,
    ContributionVersion,
    Decision,
    DecisionAnswer,
    HelpAsked,
    Readership,
    Reading,
    ReadingsOpening,
    Telling,
    Voice,
)
from goldenthread.people.models import Person

UNTIL = datetime.combine(date(2023, 3, 31), LAST_MINUTE, LONDON)
READ_AT = datetime.combine(date(2023, 4, 12), time(19), LONDON)
TOLD_AT = datetime.combine(date(2023, 4, 21), time(10), LONDON)
ACCEPTED_AT = datetime.combine(date(2023, 4, 24), time(18), LONDON)


def ask_for_voices(launch: Gathering, people: list[Person], now: datetime) -> None:
    """The call is open, and this much has come. By nobody: the convenors are real people."""
    kinds = [KindWording(str(kind.name), kind.minutes, kind.most_people, str(kind.words)) for kind in USUAL]
    wording = {"words": launch.voices, "looked_for": LOOKED_FOR, "until": UNTIL, "is_blind": False}
    call = open_call(launch, wording, kinds, now=now, by=None)
    by_address = {person.email: person for person in people}
    for brought in BROUGHT:
        contribution = Contribution.objects.create(
            gathering=launch,
            title=brought.title,
            words=brought.words,
            kind=call.kinds.get(name=brought.kind),
            begun_at=now,
            sent_at=now if brought.is_sent else None,
        )
        Voice.objects.bulk_create(_voices_of(contribution, brought, by_address, now))
        if brought.help_with:
            first = contribution.voices.get(number=1)
            HelpAsked.objects.create(contribution=contribution, voice=first, words=brought.help_with, at=now)
        if brought.is_sent:
            words = {"title": brought.title, "words": brought.words}
            ContributionVersion.objects.create(contribution=contribution, number=1, at=now, **words)


def read_and_decide(launch: Gathering, _now: datetime) -> None:
    """What came is read by three, and decided about. Nobody hears of it yet. Once: what a visitor did since stays."""
    if Readership.objects.of(launch).exists():
        return
    readers = list(Person.objects.filter(email__in=READERS).order_by("pk"))
    reads = {"gathering": launch, "since": UNTIL, "until": TOLD_AT}
    Readership.objects.bulk_create(Readership(person=person, **reads) for person in readers)
    ReadingsOpening.objects.create(gathering=launch, at=UNTIL)
    rows = _as_they_are(launch)
    Reading.objects.bulk_create(
        Reading(contribution=rows[number], reader=readers[reader], leaning=leaning, words=words, version=1, at=READ_AT)
        for number, reader, leaning, words in READINGS
        if number in rows
    )
    Decision.objects.bulk_create(
        Decision(contribution=row, at=READ_AT, **BROUGHT[number].decision) for number, row in rows.items()
    )


def tell_all(launch: Gathering, _now: datetime) -> None:
    """All are told at once. No e-mail is owed: a press of the clock tells sixty days in one."""
    held_back = Decision.objects.of(launch).held_back()
    if held_back.exists():
        held_back.update(telling=Telling.objects.create(gathering=launch, at=TOLD_AT))


def accept(launch: Gathering, _now: datetime) -> None:
    """Whoever is in says so. The one on paper told it on the telephone."""
    known = Decision.objects.of(launch).made_known().filter(answer=DecisionAnswer.IN)
    voices = Voice.objects.that_stay().filter(contribution__in=known.values("contribution"))
    voices.filter(accepted_at=None, stepped_back_at=None).update(accepted_at=ACCEPTED_AT)


def take_back_acceptances(launch: Gathering, moment: datetime) -> None:
    """What is answered after this moment is not answered yet."""
    voices = Voice.objects.filter(contribution__gathering=launch)
    voices.filter(accepted_at__gt=moment).update(accepted_at=None)
    voices.filter(stepped_back_at__gt=moment).update(stepped_back_at=None)


def read_after(
    launch: Gathering, moment: datetime
) -> tuple[QuerySet[Reading], QuerySet[Readership], QuerySet[ReadingsOpening]]:
    readings = Reading.objects.filter(contribution__gathering=launch, at__gt=moment)
    openings = ReadingsOpening.objects.filter(gathering=launch, at__gt=moment)
    return readings, Readership.objects.of(launch).filter(since__gt=moment), openings


def decided_after(launch: Gathering, moment: datetime) -> tuple[QuerySet[Decision], QuerySet[Telling]]:
    """What was told after this moment is held back again, unless it was decided later, too."""
    return Decision.objects.of(launch).filter(at__gt=moment), Telling.objects.of(launch).filter(at__gt=moment)


def _voices_of(
    contribution: Contribution, brought: Brought, people: dict[str | None, Person], now: datetime
) -> Iterator[Voice]:
    keeper = next(iter(people.values()))
    for number, who in enumerate(brought.voices, start=1):
        person = None if brought.is_on_paper else people[who]
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


def _as_they_are(launch: Gathering) -> dict[int, Contribution]:
    """Those of ours that were sent, by their places: a visitor may have added others."""
    rows = {row.title: row for row in Contribution.objects.of(launch).sent().order_by("-pk")}
    return {number: rows[brought.title] for number, brought in enumerate(BROUGHT) if brought.title in rows}
