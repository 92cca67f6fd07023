"""Who would come: invented people, and none of their e-mails is owed."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Opening, State
from goldenthread.gatherings.bookings.reminding import remind_by_default
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Hat, Person, Sector

# With the keeper, who is the last of them, so that whoever looks around has a place of their own.
HOW_MANY = 64
# A few places wait for those who hear of such days last.
HELD = {Sector.LIVED_EXPERIENCE: 12, Sector.CRIMINAL_JUSTICE: 8}
HELD_UNTIL = date(2023, 4, 30)
NEEDS = {
    3: "A seat near the hearing loop, please.",
    11: "Step-free, all the way to the table.",
    20: "No nuts, and a quiet corner at noon.",
    31: "I read lips: good light, and people who face me.",
    42: "Vegan.",
}
# What was ticked beside it; the others are to be read by people.
TABLE_NEEDS = {3: "hearing_loop", 11: "step_free"}
LINES = {5: "I can bring a kettle and cups.", 17: "I travel from Bangor, and may be a little late."}


def book(launch: Gathering, people: list[Person], now: datetime) -> None:
    """Everybody has confirmed, so that no reminder and no release comes when the clock is moved."""
    opening = Opening.objects.create(gathering=launch, by=None, at=now)
    remind_by_default(launch, now=now)
    HeldPlaces.objects.bulk_create(
        HeldPlaces(opening=opening, sector=sector, places=places, until=HELD_UNTIL) for sector, places in HELD.items()
    )
    keeper, *others = people
    bookings = list(coming_to(launch, [*others[: HOW_MANY - 1], keeper], now))
    for number, booking in enumerate(bookings):
        held = (sector for sector in booking.sectors if sector in HELD)
        booking.held_for = next(held, "") if number % 6 == 0 else ""
        booking.needs, booking.table_needs = NEEDS.get(number, ""), TABLE_NEEDS.get(number, "")
        booking.line = LINES.get(number, "")
    Booking.objects.bulk_create(bookings)


def coming_to(gathering: Gathering, people: Iterable[Person], now: datetime) -> Iterator[Booking]:
    hats: dict[int, list[str]] = {}
    for key, sector in Hat.objects.order_by("pk").values_list("person", "sector"):
        hats.setdefault(key, []).append(sector)
    for person in people:
        yield Booking(
            gathering=gathering,
            person=person,
            name=person.name,
            email=person.email or "",
            language="en-gb",
            state=State.COMING,
            sectors=hats.get(person.pk, []),
            at=now,
            confirmed_at=now,
        )
