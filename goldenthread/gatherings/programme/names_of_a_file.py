"""Names that a file brings. Whoever stays keeps their row: what was shown knows them by it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from goldenthread.gatherings.programme.models import Session, SessionVoice
from goldenthread.gatherings.programme.session_entries import SessionEntry

Pairs = Sequence[tuple[SessionEntry, Session]]
# More than anybody ever stands up at once: numbers are given anew above it, and then below.
ASIDE = 10_000


def name(pairs: Pairs) -> None:
    """Of sessions that name nobody yet."""
    SessionVoice.objects.bulk_create(
        [
            SessionVoice(session=session, number=number, name=name)
            for entry, session in pairs
            for number, name in enumerate(entry.names, start=1)
        ]
    )


def rename(pairs: Pairs) -> None:
    """In the order of the newer file. Where somebody stands up by a voice of their own, all stays as it is."""
    rows = list(SessionVoice.objects.filter(session__in=[session for _entry, session in pairs]).order_by("-number"))
    with_voices = {row.session_id for row in rows if row.voice_id}
    changed = [(entry, session) for entry, session in pairs if session.pk not in with_voices]
    standing = {(row.session_id, row.name): row for row in rows if row.session_id not in with_voices}
    kept: list[SessionVoice] = []
    new: list[SessionVoice] = []
    for entry, session in changed:
        for number, name in enumerate(entry.names, start=1):
            row = standing.pop((session.pk, name), None)
            (kept if row else new).append(row or SessionVoice(session=session, name=name))
            (kept if row else new)[-1].number = number
    of_these = SessionVoice.objects.filter(session__in=[session for _entry, session in changed])
    of_these.exclude(pk__in=[row.pk for row in kept]).delete()
    of_these.update(number=F("number") + ASIDE)
    SessionVoice.objects.bulk_update(kept, ["number"])
    SessionVoice.objects.bulk_create(new)
