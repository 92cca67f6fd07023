"""What somebody brings is taken back, for all who bring it, or brought back. The others hear of it, and so do those who counted on it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.voices import departure_emails, voice_emails
from goldenthread.gatherings.voices.answering_decisions import known_decision
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.offer_rules import is_open, may_bring_back
from goldenthread.gatherings.voices.offering import NotNow
from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.kit.replying import counts_from, noes_that_count


@transaction.atomic
def take_back(voice: Voice, *, now: datetime) -> None:
    """For all of them. A draft had told nobody anything; its voices hear of it all the same."""
    contribution = Contribution.objects.select_for_update().get(pk=voice.contribution_id)
    if contribution.withdrawn_at:
        return
    is_news = contribution.withdrawal_told_at is None or contribution.withdrawal_told_at < noes_that_count(now)
    voice.contribution.withdrawn_at = contribution.withdrawn_at = now
    contribution.withdrawal_told_at = now if is_news else contribution.withdrawal_told_at
    contribution.save(update_fields=["withdrawn_at", "withdrawal_told_at"])
    note(voice.person, "took back what they bring", contribution)
    if is_news:
        _tell(voice)


def _tell(voice: Voice) -> None:
    """Those who bring it with them; and the convenors, where it was in and everybody knew."""
    contribution = voice.contribution
    is_still_open = is_open(contribution.gathering, clock.now())
    for other in contribution.voices.that_stay().proved().exclude(pk=voice.pk).in_order():
        other.contribution = contribution
        voice_emails.taken_back(other, by=voice, is_open=is_still_open)
    decision = known_decision(contribution)
    if decision and decision.is_in:
        departure_emails.taken_back(contribution, until=counts_from(contribution.withdrawn_at or decision.at))


@transaction.atomic
def bring_back(voice: Voice, *, now: datetime) -> None:
    """As if it had never been taken back. Whoever heard of that hears of this, too."""
    contribution = Contribution.objects.select_for_update().get(pk=voice.contribution_id)
    voice.contribution.withdrawn_at = contribution.withdrawn_at
    if not may_bring_back(voice, now):
        raise NotNow
    is_known = contribution.withdrawal_told_at == contribution.withdrawn_at
    voice.contribution.withdrawn_at = contribution.withdrawn_at = None
    # If it is taken back once more, that is news.
    contribution.withdrawal_told_at = None if is_known else contribution.withdrawal_told_at
    contribution.save(update_fields=["withdrawn_at", "withdrawal_told_at"])
    Voice.objects.filter(pk=voice.pk).update(left_at=None)
    note(voice.person, "brought back what they bring", contribution)
    if is_known:
        _tell_that_it_is_back(voice)


def _tell_that_it_is_back(voice: Voice) -> None:
    contribution = voice.contribution
    for other in contribution.voices.that_stay().proved().exclude(pk=voice.pk).in_order():
        other.contribution = contribution
        voice_emails.brought_back(other, by=voice)
    decision = known_decision(contribution)
    if decision and decision.is_in:
        departure_emails.brought_back(contribution)
