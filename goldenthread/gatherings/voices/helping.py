"""Somebody would like to think it through with another: asked in a line, answered in a line; with a yes the two have met."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from goldenthread.gatherings.voices import help_emails
from goldenthread.gatherings.voices.models import Contribution, HelpAsked, HelpOffer, Voice
from goldenthread.gatherings.voices.offering import NotNow
from goldenthread.journal.note import note
from goldenthread.people.models import Person
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Where


@transaction.atomic
def ask_for_help(voice: Voice, words: str, *, now: datetime) -> HelpAsked:
    """Asked again in other words, those who answered the first ones are not asked again. Who answered did so to one person: nobody
    else takes the question over while they are in it."""
    Contribution.objects.select_for_update().get(pk=voice.contribution_id)
    before = HelpAsked.objects.all().about(voice.contribution)
    if before and before.voice_id != voice.pk:
        if before.voice.is_in:
            raise NotNow
        end_help(before)
    meant = {"voice": voice, "words": words, "at": now}
    return HelpAsked.objects.update_or_create(contribution=voice.contribution, defaults=meant)[0]


@transaction.atomic
def offer_help(question: HelpAsked, person: Person, words: str, *, now: datetime) -> HelpOffer:
    """Once, and told to whoever asked."""
    if not HelpAsked.objects.shown_to(person).filter(pk=question.pk).exists():
        raise NotNow
    try:
        with transaction.atomic():
            offer = HelpOffer.objects.create(asked=question, person=person, words=words, at=now)
    except IntegrityError as twice:
        raise NotNow from twice
    help_emails.help_offered(offer)
    return offer


@transaction.atomic
def accept_help(offer: HelpOffer, *, now: datetime) -> None:
    """Both hear of each other, and it is written down that they met. The others who offered hear nothing of it."""
    question = HelpAsked.objects.select_for_update().get(pk=offer.asked_id)
    shown = HelpAsked.objects.shown_to(offer.person).filter(pk=question.pk)
    asker = offer.asked.voice.person
    if asker is None or not shown.exists():
        raise NotNow
    offer.accepted_at = now
    offer.save(update_fields=["accepted_at"])
    gathering = offer.asked.contribution.gathering
    where = Where(f"contribution:{question.contribution_id}", label=gathering.title)
    they_met([(asker, offer.person)], where=where, at=now)
    note(asker, "took help with what they bring", offer.asked.contribution)
    help_emails.help_accepted(offer)
    help_emails.help_agreed(offer)


@transaction.atomic
def end_help(question: HelpAsked) -> list[HelpOffer]:
    """By whoever asked: members read the line no more, and who had answered it hears so, once. That the two have met stays."""
    answered = list(HelpOffer.objects.filter(asked=question).with_both().order_by("pk"))
    if not HelpAsked.objects.filter(pk=question.pk).delete()[0]:
        return []
    note(question.voice.person, "ended help with what they bring", question.contribution)
    for offer in answered:
        help_emails.help_ended(offer)
    return answered


@transaction.atomic
def step_out(offer: HelpOffer) -> None:
    """By whoever answered: the other one hears so, once, and members read the line again."""
    if not HelpOffer.objects.filter(pk=offer.pk).delete()[0]:
        return
    note(offer.person, "stepped out of help", offer.asked.contribution)
    help_emails.help_left(offer)
