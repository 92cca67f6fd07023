"""On paper or by telephone: a convenor types in what somebody brings. Whoever has an address says yes themselves; until then no
e-mail there says what was decided."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.voices import voice_emails
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.offering import keep_version
from goldenthread.gatherings.voices.standing_together import IsInIt
from goldenthread.journal.note import note
from goldenthread.people.models import Person


@transaction.atomic
def type_in(contribution: Contribution, voice: Voice, *, by: Person, now: datetime) -> Voice:
    """It is sent at once: whoever told it did so to a convenor."""
    contribution.begun_at = contribution.sent_at = now
    contribution.save()
    keep_version(contribution, now)
    voice.contribution, voice.number, voice.at, voice.typed_in_by = contribution, 1, now, by
    voice.yes_at, voice.unproved_since = (None, now) if voice.email else (now, None)
    voice.save()
    note(by, "typed in what somebody brings", contribution)
    if voice.email:
        voice_emails.typed_in(voice, by=by)
    return voice


@transaction.atomic
def give_their_link(voice: Voice, email: str, *, by: Person, now: datetime) -> None:
    """Somebody on paper has an address after all. What they told stands, and so does their yes; the address may be anybody's until
    somebody says there that it is theirs, or no."""
    if voice.contribution.voices.that_stay().filter(email=email).exists():
        raise IsInIt
    voice.email, voice.unproved_since = email, now
    voice.save(update_fields=["email", "unproved_since"])
    voice_emails.typed_in(voice, by=by)
