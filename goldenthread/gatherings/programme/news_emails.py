"""The e-mail that some news of a programme comes to: what its voices knew before, and how it is now."""

from __future__ import annotations

from collections.abc import Sequence

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.affected import speakers_of
from goldenthread.gatherings.programme.emails import ProgrammeEmail
from goldenthread.gatherings.programme.models import Release, VoiceNews
from goldenthread.gatherings.programme.public import PublicProgramme, as_public


def email_of(all_news: Sequence[VoiceNews], programme: PublicProgramme) -> ProgrammeEmail:
    """Of several that knew different releases, the oldest counts: rather said once more than not at all."""
    known = [news.heard for news in all_news]
    speakers = {key for news in all_news for key in speakers_of(news.voice)}
    before = None if None in known else numbered(programme.gathering, min(number for number in known if number))
    return ProgrammeEmail([news.voice for news in all_news], frozenset(speakers), before, programme)


def numbered(gathering: Gathering, number: int) -> PublicProgramme | None:
    release = Release.objects.of(gathering).filter(number=number).first()
    return as_public(gathering, release) if release else None
