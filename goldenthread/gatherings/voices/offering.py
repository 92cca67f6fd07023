"""What somebody brings: begun, changed, sent, taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import voice_emails
from goldenthread.gatherings.voices.models import Contribution, ContributionVersion, Voice
from goldenthread.gatherings.voices.offer_rules import call_of, is_open, may_send
from goldenthread.journal.note import note
from goldenthread.people.models import Person

# The same words from the same address so soon are one press that came twice.
ONE_PRESS = timedelta(minutes=10)
READ = ("title", "words", "words_for_readers")
WORDING = (*READ, "kind", "minutes", "needs")


class NotNow(Exception):
    """The call has closed, the gathering is over, or it was taken back; or there are no words yet for those who read without names."""


@transaction.atomic
def offer(contribution: Contribution, voice: Voice, *, sends: bool, now: datetime) -> Voice:
    """A draft, with an e-mail that brings its link. Sent at once only by somebody we know, and while the call is open."""
    # Two presses at once wait for each other here.
    Gathering.objects.select_for_update().get(pk=contribution.gathering_id)
    if twin := _pressed_twice(contribution, voice, now):
        return _once_more(twin, contribution.words_for_readers, sends=sends, now=now)
    contribution.begun_at = now
    if sends and is_open(contribution.gathering, now):
        contribution.pressed_at = now
    contribution.save()
    voice.contribution, voice.number, voice.at = contribution, 1, now
    voice.yes_at = now if voice.person else None
    voice.save()
    if voice.is_in and contribution.pressed_at:
        send(contribution, now=now, by=voice.person)
    voice_emails.offered(voice)
    return voice


def _pressed_twice(contribution: Contribution, voice: Voice, now: datetime) -> Voice | None:
    whose = {"person": voice.person} if voice.person else {"email": voice.email}
    alike = Voice.objects.that_stay().filter(
        **whose,
        at__gt=now - ONE_PRESS,
        contribution__gathering=contribution.gathering_id,
        contribution__title=contribution.title,
        contribution__words=contribution.words,
        contribution__withdrawn_at=None,
    )
    return alike.select_related("contribution__gathering").first()


def _once_more(voice: Voice, for_readers: str, *, sends: bool, now: datetime) -> Voice:
    """Saved for later a moment ago and sent now, by somebody we know: that is sent."""
    contribution = voice.contribution
    if sends and voice.person and contribution.is_draft and is_open(contribution.gathering, now):
        contribution.words_for_readers = for_readers or contribution.words_for_readers
        contribution.pressed_at = now
        contribution.save(update_fields=["words_for_readers", "pressed_at"])
        send(contribution, now=now, by=voice.person)
    return voice


@transaction.atomic
def reword(contribution: Contribution, *, now: datetime) -> Contribution:
    """Save what was changed. After it was sent that is another version, and whoever reads it is shown so."""
    before = Contribution.objects.select_for_update().get(pk=contribution.pk)
    is_news = before.sent_at is not None and any(getattr(before, name) != getattr(contribution, name) for name in READ)
    contribution.version = before.version + is_news
    contribution.save(update_fields=[*WORDING, "version"])
    if is_news:
        keep_version(contribution, now)
    return contribution


@transaction.atomic
def send(contribution: Contribution, *, now: datetime, by: Person | None) -> None:
    """From now on convenors and readers see it. Twice is once. What was meant for convenors alone is never copied for readers."""
    as_it_is = Contribution.objects.select_for_update().select_related("gathering").get(pk=contribution.pk)
    if as_it_is.sent_at and not as_it_is.withdrawn_at:
        return
    if not may_send(as_it_is, now):
        raise NotNow
    call = call_of(as_it_is.gathering)
    if call and call.is_blind and not as_it_is.words_for_readers:
        raise NotNow
    contribution.sent_at = now
    contribution.save(update_fields=["sent_at"])
    keep_version(contribution, now)
    note(by, "sent what they bring", contribution)


def keep_version(contribution: Contribution, now: datetime) -> None:
    wording = {name: getattr(contribution, name) for name in READ}
    ContributionVersion.objects.create(contribution=contribution, number=contribution.version, at=now, **wording)
