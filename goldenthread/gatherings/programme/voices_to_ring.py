"""Those who bring something and whom no e-mail reaches: a convenor tells them where and when they are, and says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import VoiceNews
from goldenthread.gatherings.programme.news_emails import email_of
from goldenthread.gatherings.programme.public import PublicProgramme, public_programme
from goldenthread.journal.note import note
from goldenthread.people.models import Person


class ShownAnewMeanwhile(Exception):
    """What they were told is not how it stands any more."""


@dataclass(frozen=True)
class VoiceToRing:
    """One of them, and what there is to tell."""

    news: VoiceNews
    lines: list[str]


def to_ring(gathering: Gathering, now: datetime) -> list[VoiceToRing]:
    """From the moment on at which the others have their e-mails."""
    if gathering.is_called_off or gathering.is_postponed:
        return []
    rows = list(VoiceNews.objects.of(gathering).to_ring(now))
    programme = public_programme(gathering, now) if rows else None
    listed = [VoiceToRing(news, _lines(news, programme)) for news in rows if programme]
    return [row for row in listed if row.lines]


@transaction.atomic
def told_by_hand(news: VoiceNews, *, number: str, by: Person, now: datetime) -> None:
    """They know the version of which somebody read to them. Raises `ShownAnewMeanwhile`."""
    gathering = Gathering.objects.select_for_update().get(pk=news.voice.contribution.gathering_id)
    programme = public_programme(gathering, now)
    if programme is None or str(programme.number) != number:
        raise ShownAnewMeanwhile
    owed = VoiceNews.objects.filter(pk=news.pk, due_at__isnull=False)
    if owed.update(due_at=None, heard=programme.number, heard_at=now):
        note(by, "worked on the programme", gathering)


def let_go(programme: PublicProgramme) -> None:
    """Of what moved back before anybody was told, nothing is to be told."""
    owed = VoiceNews.objects.of(programme.gathering).on_paper().filter(due_at__isnull=False, heard__isnull=False)
    as_it_was = [news.pk for news in owed.with_voices() if not _lines(news, programme)]
    VoiceNews.objects.filter(pk__in=as_it_was).update(due_at=None)


def _lines(news: VoiceNews, programme: PublicProgramme) -> list[str]:
    email = email_of([news], programme)
    if email.before is None:
        return [f"{placing.session.title}: {placing.when_and_where}" for placing in email.placings]
    return [change.sentence for change in email.changes]
