"""That somebody read what was told in confidence, or took a list away: who, when and of what, and never what stood there."""

from datetime import timedelta
from typing import Any

from django.db.models import Model

from goldenthread.journal.models import Entry
from goldenthread.journal.note import note
from goldenthread.kit import clock

# A page that is looked at again and again is one reading.
ONE_READING_LASTS = timedelta(hours=1)
# How each of them begins. They are the one thing that a GET may write: nothing changes by it for anybody.
READ, TOOK = "read ", "took "


def note_reading(by: Any, did: str, thing: Model) -> None:
    """Once an hour. What cannot be written down is not shown: whoever calls this has not answered yet."""
    since = clock.now() - ONE_READING_LASTS
    before = Entry.objects.filter(kind=thing._meta.label_lower, key=str(thing.pk), at__gt=since, by=by, did=did)
    if not before.exists():
        note(by, did, thing)
