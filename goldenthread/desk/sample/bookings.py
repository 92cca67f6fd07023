"""Who would come to the launch: invented people, and none of their e-mails is owed."""

from datetime import date, datetime

from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Opening, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Hat, Person, Sector

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
LINES = {5: "I can bring a kettle and cups.", 17: "I travel from Bangor, and may be a little late."}


def book(now: datetime) -> None:
    """Everybody has confirmed, so that no reminder and no release comes when the clock is moved."""
    launch = Gathering.objects.get(slug="launch")
    opening = Opening.objects.create(gathering=launch, by=None, at=now)
    HeldPlaces.objects.bulk_create(
        HeldPlaces(opening=opening, sector=sector, places=places, until=HELD_UNTIL) for sector, places in HELD.items()
    )
    people = Person.objects.filter(email__isnull=False, keepings=None).order_by("pk")[:HOW_MANY]
    hats: dict[int, list[str]] = {}
    for person, sector in Hat.objects.order_by("pk").values_list("person", "sector"):
        hats.setdefault(person, []).append(sector)
    Booking.objects.bulk_create(
        _booking(launch, person, number, hats.get(person.pk, []), now) for number, person in enumerate(people)
    )


def _booking(launch: Gathering, person: Person, number: int, sectors: list[str], now: datetime) -> Booking:
    return Booking(
        gathering=launch,
        person=person,
        name=person.name,
        email=person.email or "",
        language="en-gb",
        state=State.COMING,
        sectors=sectors,
        held_for=next((sector for sector in sectors if sector in HELD), "") if number % 6 == 0 else "",
        needs=NEEDS.get(number, ""),
        line=LINES.get(number, ""),
        at=now,
        confirmed_at=now,
    )
