"""What happens by itself: drafts that were asked for are made, and who brings something hears where and when it is."""

from __future__ import annotations

import logging
from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_runs import carry_out, take_up
from goldenthread.gatherings.programme.emails import compose
from goldenthread.gatherings.programme.models import SessionVoice, VoiceNews
from goldenthread.gatherings.programme.models.voice_news import VoiceNewsQuerySet
from goldenthread.gatherings.programme.news_emails import email_of
from goldenthread.gatherings.programme.public import PublicProgramme, public_programme
from goldenthread.gatherings.programme.session_changes import name_who_joined
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit.jobs import ClaimLost

logger = logging.getLogger(__name__)

VOICES_IN_A_ROUND = 200


def draft_programmes(_now: datetime) -> None:
    """All that wait, one after the other. It takes seconds, so a worker does it aside of everything else."""
    while run := take_up():
        try:
            carry_out(run)
        except ClaimLost:
            logger.info("Another worker makes this draft.")


def name_those_who_joined(_now: datetime) -> None:
    """Who said yes once it was a session: the next release names them, and they hear of their hour when it is shown."""
    standing = SessionVoice.objects.filter(voice=OuterRef("pk"), session__contribution=OuterRef("contribution"))
    joined = Voice.objects.in_it().filter(~Exists(standing), contribution__session__isnull=False)
    for voice in joined.select_related("contribution__session").order_by("pk"):
        name_who_joined(voice, voice.contribution.session)


def tell_voices(now: datetime) -> None:
    """One e-mail to each address, whatever it brings and however often it was moved since."""
    _tell_each(VoiceNews.objects.due(now), now)


def tell_voices_of(gathering: Gathering, now: datetime) -> None:
    """That its day moved, to the first of many."""
    _tell_each(VoiceNews.objects.of(gathering).due(now), now)


def _tell_each(due: VoiceNewsQuerySet, now: datetime) -> None:
    together: dict[tuple[int, str], list[VoiceNews]] = defaultdict(list)
    for news in due[:VOICES_IN_A_ROUND]:
        together[news.voice.contribution.gathering_id, news.voice.address or news.voice.key].append(news)
    newest: dict[int, PublicProgramme | None] = {}
    for (gathering, _address), all_news in together.items():
        if gathering not in newest:
            newest[gathering] = public_programme(Gathering.objects.with_facts().get(pk=gathering), now)
        _tell(all_news, newest[gathering], now)


@transaction.atomic
def _tell(all_news: list[VoiceNews], programme: PublicProgramme | None, now: datetime) -> None:
    # Whoever left since knows that they are not in it; nobody owes them an e-mail.
    claimed = [news for news in all_news if _claim(news, programme, now) and news.voice.is_in_it]
    if programme is None or not claimed or not _takes_place(programme.gathering):
        return
    email = compose(email_of(claimed, programme))
    if email:
        email.save(force_insert=True)


def _claim(news: VoiceNews, programme: PublicProgramme | None, now: datetime) -> int:
    """Another worker may have been quicker, or another release came meanwhile."""
    heard = {"heard": programme.number, "heard_at": now} if programme else {}
    return VoiceNews.objects.filter(pk=news.pk, due_at=news.due_at, heard=news.heard).update(due_at=None, **heard)


def _takes_place(gathering: Gathering) -> bool:
    return not gathering.is_called_off and not gathering.is_postponed
