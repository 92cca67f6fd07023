"""Who brings something and is e-mailed when the day moves: counted and read with the e-mails about the plan itself."""

from __future__ import annotations

from collections.abc import Iterable

from goldenthread.gatherings.bookings.models import Owed
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.affected import speakers_of
from goldenthread.gatherings.programme.emails import KIND, compose
from goldenthread.gatherings.programme.models import VoiceNews
from goldenthread.gatherings.programme.news_emails import email_of, numbered
from goldenthread.gatherings.programme.public import PublicProgramme, public_programme
from goldenthread.gatherings.programme.release_changes import changes_between, news_for
from goldenthread.kit import clock
from goldenthread.outbox.models.refusal import Refusal, about
from goldenthread.outbox.previewing import as_a_sample


def preview(gathering: Gathering) -> Preview:
    rows = list(VoiceNews.objects.of(gathering).moved(clock.now()))
    programme = public_programme(gathering, clock.now()) if rows else None
    if programme is None or gathering.is_called_off or gathering.is_postponed:
        return Preview()
    concerned = _concerned(rows, programme)
    reached = {news.voice.address.lower(): news for news in reversed(concerned) if news.voice.address}
    refused = Refusal.objects.among(set(reached), KIND, about(gathering))
    read = [news for address, news in reversed(reached.items()) if address not in refused]
    sample = compose(email_of(read[:1], programme)) if read else None
    return Preview(
        people=len(set(reached) - refused - _counted_already(gathering)),
        emails=(as_a_sample(sample),) if sample else (),
        unreachable=tuple(sorted({news.voice.known_as for news in concerned if not news.voice.address})),
    )


def _concerned(rows: Iterable[VoiceNews], programme: PublicProgramme) -> list[VoiceNews]:
    """Most knew the same version, so it is looked at once."""
    rows = [news for news in rows if news.heard and news.voice.is_in_it]
    known = {news.heard for news in rows if news.heard}
    changes = {number: changes_between(numbered(programme.gathering, number), programme) for number in known}
    return [news for news in rows if news.heard and news_for(speakers_of(news.voice), changes[news.heard])]


def _counted_already(gathering: Gathering) -> set[str]:
    """Who has a place, too, is one person with two e-mails."""
    owed = Owed.objects.changes_of(gathering).select_related("booking__person")
    return {debt.booking.address.lower() for debt in owed}
