"""Who is coming, for those who come: each by their own word, and never to somebody from whom they are to be left in peace.

No journal speaks of it: whether somebody shows their name is read on the list, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.gatherings.bookings.left_apart import left_apart_from
from goldenthread.gatherings.bookings.models import Booking, Showing
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.name_order import by_first_name
from goldenthread.people.models import Person, Sector


@dataclass(frozen=True)
class ShownName:
    """What others who are coming read of somebody."""

    name: str
    sectors: list[str]

    @classmethod
    def of(cls, booking: Booking) -> ShownName:
        """What was told before the booking had this address is not theirs to show; lived experience is never shown. Nor is a role:
        it comes from a list, and may say the same."""
        if not booking.shows_what_was_told:
            return cls(booking.known_as, [])
        told_here = (Sector(sector) for sector in booking.sectors if sector in Sector.values)
        return cls(booking.known_as, [str(sector.label) for sector in told_here if sector != Sector.LIVED_EXPERIENCE])

    @property
    def brings(self) -> str:
        return ", ".join(self.sectors)


def show(booking: Booking, *, shows: bool) -> None:
    """From now on, or from now on not any more. Said twice, it is the same."""
    if shows:
        Showing.objects.get_or_create(booking=booking)
    else:
        hide(booking)


def hide(booking: Booking) -> None:
    Showing.objects.filter(booking=booking).delete()


def names_shown(gathering: Gathering, *, to: Person | None, address: str = "") -> list[ShownName]:
    """In the order of names, for whoever reads them with a booking of this address. Who is left out is not counted either: for
    this reader they have said nothing."""
    rows = gathering.bookings.showing_their_names().select_related("person").defer("needs", "table_needs", "supporter")
    apart = left_apart_from(to, address)
    shown = [(ShownName.of(booking), booking.pk) for booking in rows if not apart.includes(booking)]
    return [name for name, _pk in sorted(shown, key=lambda row: (by_first_name(row[0].name), row[1]))]


def last_day_of(gathering: Gathering) -> date | None:
    """Until the end of it the list can be read."""
    return None if gathering.is_postponed else gathering.last_day or gathering.day
