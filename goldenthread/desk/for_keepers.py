"""How this site is, for whoever runs it: in as many queries, however much there is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from goldenthread.desk import working
from goldenthread.desk.about import about_words
from goldenthread.journal.models import Entry
from goldenthread.journal.note import note
from goldenthread.kit.house import the_house
from goldenthread.kit.models import House
from goldenthread.outbox.delivery import delivery
from goldenthread.outbox.models import Email
from goldenthread.people.models import Keeping

BACKED_UP = "made a backup"


def for_keepers() -> dict[str, Any]:
    words = about_words()
    return {
        "words": words,
        "is_well": working.is_well(),
        "delivery": delivery(),
        "held_emails": Email.objects.held().count(),
        "backed_up_at": last_backup(),
        "keepings": Keeping.objects.filter(until=None).select_related("person").order_by("since", "pk"),
    }


def note_backup() -> None:
    """For the page: the file itself lies wherever its keeper put it."""
    if house := the_house():
        note(None, BACKED_UP, house)


def last_backup() -> datetime | None:
    """None where we know of none. A house that was brought back knows of those before the one that it came from."""
    made = Entry.objects.filter(kind=House._meta.label_lower, did=BACKED_UP)
    return made.order_by("-at").values_list("at", flat=True).first()
