"""What is kept about people, as every room says it (`keeping.py`), told by when it happens to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from goldenthread.desk.what_is_kept import ALWAYS_EMPTY, WHAT_IS_KEPT
from goldenthread.kit.personal_fields import everything_kept

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

SIGNING_IN = _("When you sign in")
# In the order in which somebody meets them. A room that is not here fails a test.
OCCASIONS = {
    "bookings": _("When you keep a place"),
    "voices": _("When you bring something to a gathering"),
    "programme": _("In the programme of a gathering"),
    "signup": _("When you sign up for a session"),
    "open_hour": _("When you bring a topic to the open hour"),
    "day": _("On the day"),
    "tables": _("Where you sit"),
    "afterwards": _("After a gathering"),
    "people": _("When you join"),
    "sessions": SIGNING_IN,
    "usersessions": SIGNING_IN,
    "mfa": SIGNING_IN,
    "account": SIGNING_IN,
    "threads": _("When you meet people"),
    "plan": _("When you plan a gathering, follow one or help with it"),
    "outbox": _("When we write to you"),
    "journal": _("In the journal of this site, which its keeper can read"),
    "desk": _("When you run this site"),
}


@dataclass(frozen=True)
class KeptFor:
    """One thing that we keep, what for, and for how long."""

    what: StrPromise
    purpose: StrPromise
    until: StrPromise


def kept_by_occasion() -> dict[StrPromise, list[KeptFor]]:
    """Each purpose once under each heading, however many columns it needs."""
    occasions: dict[StrPromise, dict[tuple[str, ...], KeptFor]] = {heading: {} for heading in OCCASIONS.values()}
    for kept in everything_kept():
        label = f"{kept.model}.{kept.fields[0]}"
        if label not in ALWAYS_EMPTY:
            row = KeptFor(WHAT_IS_KEPT[label], kept.purpose, kept.until.words)
            heading = OCCASIONS[kept.model.partition(".")[0]]
            occasions[heading].setdefault((str(row.what), str(row.purpose), str(row.until)), row)
    return {heading: list(rows.values()) for heading, rows in occasions.items()}
