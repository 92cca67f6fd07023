"""A day that is being held, and one that has been, for the pages that show them. Runs inside a house, with furnishing.py."""

from datetime import datetime, time, timedelta

from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Feedback, Outcome
from goldenthread.gatherings.afterwards.writing import begin_afterword
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.arriving import close_the_list
from goldenthread.gatherings.day.models import Arrival, DaySheet, Reflection
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Announcement, Arrangement, Mix, Round, Seat, Table
from goldenthread.kit import clock
from goldenthread.outbox.previewing import preview_to
from goldenthread.people.models import Person

MANY = 24


def hold_days(ada: Person, long: str) -> dict[str, str]:
    now = clock.now()
    today, held = _held(ada, long, now), _held(ada, long, now - timedelta(days=20))
    close_the_list(held, now=now, by=ada)
    issue(held, by=ada, now=now)
    Outcome.objects.create(gathering=held, words=f"* {long}")
    Feedback.objects.bulk_create(Feedback(gathering=held, good=long, hard="Rain.", next=long) for _ in range(6))
    thanks = begin_afterword(held, by=ada, whom="came", subject=long, words=f"Dear {{name}}, {long}")
    preview_to(thanks.circular, ada)
    mine, was = (gathering.bookings.order_by("pk")[0] for gathering in (today, held))
    at, then = today.get_absolute_url(), held.get_absolute_url()
    return {
        "day": f"{at}day/",
        "my day": f"{at}day/of/{mine.key}/",
        "arrived": f"{at}day/arrivals/{mine.pk}/",
        "slip": f"{at}day/slips/?of={mine.pk}",
        "held": then,
        "held mine": f"{then}day/of/{was.key}/",
        "genuine": held.certificates.order_by("pk")[0].get_absolute_url(),
        "thanks": f"{then}afterwards/letters/{thanks.pk}/",
    }


def _held(ada: Person, long: str, when: datetime) -> Gathering:
    gathering = Gathering.begin(f"A day {when:%d %B}", by=ada)
    gathering.day, gathering.lede, gathering.venue = when.date(), long, long
    # Today it is open at whatever hour the judges come.
    is_today = when > clock.now() - timedelta(days=1)
    gathering.from_time, gathering.to_time = (time(0), time(23, 59)) if is_today else (time(9, 30), time(16, 30))
    gathering.save()
    turns.publish(gathering, by=ada)
    gathering = Gathering.objects.with_facts().get(pk=gathering.pk)
    words = dict.fromkeys(("turn_to", "safeguarding", "quiet_room", "comes_next"), long)
    DaySheet.objects.create(gathering=gathering, word="kettle", breaks=f"11:00 {long}", meeting=long, **words)
    Reflection.objects.create(gathering=gathering, words=long, is_read=True)
    Reflection.objects.create(gathering=gathering, words=f"Unread {long}")
    _seat(gathering, long, when)
    return gathering


def _coming(gathering: Gathering, person: Person) -> Booking:
    known = {"name": person.name, "email": person.email or "", "language": "en-gb"}
    return Booking.objects.create(gathering=gathering, person=person, state="coming", **known)


def _seat(gathering: Gathering, long: str, when: datetime) -> None:
    """One round is held at this moment, one is to come; everybody is here but the last."""
    laid = Arrangement.objects.create(gathering=gathering)
    rounds = [
        Round.objects.create(
            arrangement=laid, number=number, name=long[:60], starts_at=when + timedelta(minutes=minutes)
        )
        for number, minutes in ((1, -10), (2, 60))
    ]
    tables = [
        Table.objects.create(arrangement=laid, number=number, label=f"{long[:36]} {number}", room=long[:60], least=1)
        for number in range(4)
    ]
    mix = Mix.objects.create(arrangement=laid, number=1, done_at=when)
    for number in range(MANY):
        person = Person.objects.create_person(f"{long[:60]} {number}", f"d{number}-{gathering.pk}@example.com")
        booking = _coming(gathering, person)
        for round_ in rounds:
            Seat.objects.create(mix=mix, round=round_, table=tables[number % 4], booking=booking)
        if number < MANY - 1:
            Arrival.objects.create(gathering=gathering, booking=booking, standing="here", way="list", at=when)
    Announcement.objects.create(mix=mix, at=when)
