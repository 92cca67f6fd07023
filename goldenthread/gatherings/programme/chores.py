"""What happens by itself: drafts that were asked for are made, and who brings something hears where and when it is."""

from __future__ import annotations

import logging
from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.affected import speakers_of
from goldenthread.gatherings.programme.draft_runs import carry_out, take_up
from goldenthread.gatherings.programme.emails import ProgrammeEmail, compose
from goldenthread.gatherings.programme.models import Release, SessionVoice, VoiceNews
from goldenthread.gatherings.programme.public import PublicProgramme, as_public, public_programme
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
    due = VoiceNews.objects.due(now)[:VOICES_IN_A_ROUND]
    together: dict[tuple[int, str], list[VoiceNews]] = defaultdict(list)
    for news in due:
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
    email = compose(_about(claimed, programme))
    if email:
        email.save(force_insert=True)


def _claim(news: VoiceNews, programme: PublicProgramme | None, now: datetime) -> int:
    """Another worker may have been quicker, or another release came meanwhile."""
    heard = {"heard": programme.number, "heard_at": now} if programme else {}
    return VoiceNews.objects.filter(pk=news.pk, due_at=news.due_at, heard=news.heard).update(due_at=None, **heard)


def _about(claimed: list[VoiceNews], programme: PublicProgramme) -> ProgrammeEmail:
    """Of several that knew different releases, the oldest counts: rather said once more than not at all."""
    known = [news.heard for news in claimed]
    speakers = {key for news in claimed for key in speakers_of(news.voice)}
    before = None if None in known else _release(programme.gathering, min(number for number in known if number))
    return ProgrammeEmail([news.voice for news in claimed], frozenset(speakers), before, programme)


def _release(gathering: Gathering, number: int) -> PublicProgramme | None:
    release = Release.objects.of(gathering).filter(number=number).first()
    return as_public(gathering, release) if release else None


def _takes_place(gathering: Gathering) -> bool:
    return not gathering.is_called_off and not gathering.is_postponed
