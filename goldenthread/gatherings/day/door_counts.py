"""How many are here: counted in one way, whatever page says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.gatherings.day.door_list import DoorListRow, DoorPart, part_of, standing_on_the_list
from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.plan.models import Gathering


@dataclass(frozen=True)
class DoorCounts:
    """How many stand in each part of the list at the door, and of how many it is that some are here."""

    coming: int = 0
    here: int = 0
    gone: int = 0
    waiting: int = 0
    # Whoever has a place and did not send apologies; and whoever was here.
    of: int = 0

    @property
    def in_words(self) -> str:
        return _("Here: %(here)s of %(of)s") % {"here": self.here, "of": self.of}

    @property
    def marked(self) -> SafeString:
        """The same, with marks around the numbers by which a page finds and moves them."""
        numbers = (format_html('<span data-count="{}">{}</span>', name, getattr(self, name)) for name in ("here", "of"))
        return format_html(_("Here: %(here)s of %(of)s") % {"here": "{}", "of": "{}"}, *numbers)


def counts_of(gathering: Gathering) -> DoorCounts:
    """In two queries, however many they are."""
    standings = gathering.arrivals.standings()
    rows = gathering.bookings.without_mere_presses().values_list("pk", "state", "withdrawal")
    listed = (
        (state, standing_on_the_list(state, standings.get(key), is_leaving=bool(leaving)))
        for key, state, leaving in rows
    )
    return _counted((state, standing) for state, standing in listed if standing)


def counts_in(rows: Iterable[DoorListRow]) -> DoorCounts:
    """The same, of a list that was read already."""
    return _counted((row.booking.state, row.standing) for row in rows)


def _counted(stand: Iterable[tuple[str, Standing]]) -> DoorCounts:
    stood = [(part_of(state, standing), standing) for state, standing in stand]
    by_part = Counter(part for part, _standing in stood)
    expected = sum(part != DoorPart.WAITING and standing != Standing.APOLOGIES for part, standing in stood)
    return DoorCounts(**{part.value: by_part[part] for part in DoorPart}, of=expected)
