"""Setting the clock of the sample back: what has not happened any more then, and that it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from goldenthread.desk.sample.day import DOORS_OPEN
from goldenthread.desk.sample.hung_cards import hung_after
from goldenthread.desk.sample.launch import SETTLED_AT, settled_by_itself, unsettle
from goldenthread.desk.sample.living import the_launch
from goldenthread.desk.sample.sign_up import signed_up_after, take_back_draws
from goldenthread.desk.sample.voices import decided_after, read_after, take_back_acceptances
from goldenthread.gatherings.afterwards.models import Certificate, Feedback, FeedbackGiven, Outcome
from goldenthread.gatherings.bookings.models import Owed, Reminded
from goldenthread.gatherings.day.held_tables import place_of
from goldenthread.gatherings.day.models import Arrival, HeldRound, LastCall, Reflection, Tick
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.emails import KIND as PROGRAMME
from goldenthread.gatherings.programme.models import Release, VoiceNews
from goldenthread.gatherings.tables.models import Announcement
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.refusal import about
from goldenthread.threads.models import Encounter, Thread, Weave

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Going:
    """One sort of thing that goes, in words, and where it is kept. How many there are is for nobody to read."""

    words: StrPromise
    rows: tuple[QuerySet[Any], ...]


def what_goes(moment: datetime) -> list[Going]:
    """What there is that happened after this moment: at the launch, and wherever else people were asked for voices."""
    launch = the_launch()
    goings = [*(_goings(launch, moment) if launch else ()), *_of_voices(moment)]
    return [going for going in goings if any(rows.exists() for rows in going.rows)]


def take_away(moment: datetime) -> None:
    for going in what_goes(moment):
        for rows in going.rows:
            rows.delete()
    # What was counted on a day that is still to come; it is counted anew.
    Weave.objects.filter(counted_at__gt=moment).delete()
    take_back_acceptances(moment)
    if launch := the_launch():
        unsettle(launch)
        take_back_draws(launch, moment)


def _goings(launch: Gathering, moment: datetime) -> Iterator[Going]:
    """Of what keeps no moment, by the hour from which on it can be."""
    since = {"gathering": launch, "at__gt": moment}
    yield Going(_("who came, and when"), (Arrival.objects.filter(**since), LastCall.objects.filter(**since)))
    yield from _of_meeting(launch, moment)
    if moment < DOORS_OPEN:
        yield Going(_("the lines on the wall"), (Reflection.objects.filter(gathering=launch),))
    if launch.ends_at and moment < launch.ends_at:
        given = FeedbackGiven.objects.filter(booking__gathering=launch)
        yield Going(_("the answers to the three questions"), (Feedback.objects.filter(gathering=launch), given))
    yield Going(_("certificates"), (Certificate.objects.filter(**since), _emails(launch, moment)))
    yield Going(_("what came of the day"), (Outcome.objects.filter(**since),))
    yield Going(_("reminders of the day"), _reminders(launch, moment))
    yield from _of_sessions(launch, moment)
    announced = Announcement.objects.filter(mix__arrangement__gathering=launch).order_by("pk")
    yield Going(_("tables that were made again"), (announced.filter(at__gt=moment, pk__gt=announced[:1].values("pk")),))
    if moment < SETTLED_AT:
        yield Going(_("that the plan is settled"), (settled_by_itself(launch),))


def _of_voices(moment: datetime) -> Iterator[Going]:
    yield Going(_("what readers wrote about what people bring"), read_after(moment))
    yield Going(_("what was decided about what people bring"), decided_after(moment))


def _of_meeting(launch: Gathering, moment: datetime) -> Iterator[Going]:
    at_the_launch = {"where_key": place_of(launch), "at__gt": moment}
    held = HeldRound.objects.filter(round__arrangement__gathering=launch, written_at__gt=moment)
    yield Going(_("who sat together"), (Encounter.objects.filter(**at_the_launch), held))
    if moment < DOORS_OPEN:
        yield Going(_("ticks to stay in touch"), (Tick.objects.filter(gathering=launch),))
    yield Going(_("threads that began there"), (Thread.objects.filter(**at_the_launch),))


def _of_sessions(launch: Gathering, moment: datetime) -> Iterator[Going]:
    yield Going(_("the programme as it was shown"), _releases(launch, moment))
    yield Going(_("chairs in sessions"), signed_up_after(launch, moment))
    yield Going(_("the cards of the open hour, and what came of them"), hung_after(launch, moment))


def _emails(launch: Gathering, moment: datetime) -> QuerySet[Email]:
    """Those with the way to a certificate that there is no more."""
    return Email.objects.filter(kind="certificate", written_at__gt=moment, text__contains=f"/{launch.slug}/day/of/")


def _releases(launch: Gathering, moment: datetime) -> tuple[QuerySet[Any], ...]:
    """With what those who bring something were e-mailed about it: it is said once more when it is shown again."""
    return (
        Release.objects.of(launch).filter(at__gt=moment),
        VoiceNews.objects.of(launch).filter(heard_at__gt=moment),
        Email.objects.filter(kind=PROGRAMME, about=about(launch), written_at__gt=moment),
    )


def _reminders(launch: Gathering, moment: datetime) -> tuple[QuerySet[Any], ...]:
    """With their e-mails: they go once more when their hour comes."""
    emails = Email.objects.filter(kind=f"booking: {Owed.Kind.AHEAD}", about=about(launch), written_at__gt=moment)
    return (
        Reminded.objects.filter(booking__gathering=launch, at__gt=moment),
        Owed.objects.filter(booking__gathering=launch, kind=Owed.Kind.AHEAD, at__gt=moment),
        emails,
    )
