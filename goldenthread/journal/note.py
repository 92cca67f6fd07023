from typing import Any

from django.db.models import Model

from goldenthread.journal.models import Entry
from goldenthread.kit import clock


def note(by: Any, did: str, thing: Model, *, why: str = "") -> Entry:
    """Write down that this person (`by`; None for the house itself) did this to this thing."""
    return Entry.objects.create(
        at=clock.now(), by=by, did=did, kind=thing._meta.label_lower, key=str(thing.pk), why=why
    )
