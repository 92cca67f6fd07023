"""The whole cast with bookings, a table, arrivals and threads. Whatever each of them tells is a word that nothing else holds."""

from dataclasses import dataclass
from datetime import time, timedelta

from django.test import Client

from goldenthread.gatherings.bookings.models import Booking, BroughtIn, QuietWord, State
from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.day.models import Arrival
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.tables.models import Announcement, Mix, Seat, TableWish
from goldenthread.kit import clock
from goldenthread.people.audience import CHOSEN
from goldenthread.people.models import Audience, Hat, Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads.beginning import begin
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Ending, Where

WRITTEN = ("brings", "looks_for")
SPRING, ELSEWHERE = "spring", "elsewhere"
MET, TIED, ENDED = "met", "tied", "ended"


@dataclass(frozen=True)
class Bird:
    """Somebody who tells everything to one audience: where they booked, how that stands, and what is between them and Bo."""

    audience: Audience
    at: str = SPRING
    state: State = State.COMING
    tie: str = ""


BIRDS = {
    "onlyme": Bird(Audience.ONLY_ME),
    "hosts": Bird(Audience.HOSTS),
    "met": Bird(Audience.MET, tie=MET),
    "members": Bird(Audience.MEMBERS),
    "everyone": Bird(Audience.EVERYONE),
    # To whom the audiences of those above are closed, by one fact each.
    "unconfirmed": Bird(Audience.HOSTS, state=State.KEPT),
    "expected": Bird(Audience.HOSTS, state=State.EXPECTED),
    "waits": Bird(Audience.HOSTS, state=State.WAITING),
    "offered": Bird(Audience.HOSTS, state=State.OFFERED),
    "wroteoff": Bird(Audience.HOSTS, state=State.CANCELLED),
    "elsewhere": Bird(Audience.HOSTS, at=ELSEWHERE),
    "tied": Bird(Audience.MET, tie=TIED),
    "ended": Bird(Audience.MET, tie=ENDED),
    "nevermet": Bird(Audience.MET),
}


def word(label: str, what: str) -> str:
    return f"canary{what.replace('_', '')}{label}"


def come_to_life(things, bo: Person) -> dict[str, Person]:
    """Everybody at their places. The gathering is today, and everybody who comes is here and sits at one table."""
    spring, elsewhere = (Gathering.objects.get(slug=things[name]) for name in ("gathering", "draft"))
    today = clock.now().date()
    Gathering.objects.filter(pk=spring.pk).update(day=today, from_time=time(0), to_time=time(23, 59))
    gatherings = {SPRING: spring, ELSEWHERE: elsewhere}
    people = {label: _settled(label, bird, gatherings[bird.at], bo) for label, bird in BIRDS.items()}
    Booking.objects.filter(pk=things["booking"]).update(state=State.COMING, person=bo)
    # Who confirmed, and never joined; and who convened until yesterday.
    people["guest"] = Person.objects.create_person("Nan Canarysurname", "nan@example.org")
    _book(people["guest"], "guest", spring, State.COMING)
    they_met([(people["nevermet"], people["guest"])], where=Where("gathering:0", "Supper"), at=clock.now())
    people["stepped back"] = Person.objects.create_person("Gus Larkspur", "gus@example.org", joined_at=bo.joined_at)
    until = clock.now() - timedelta(days=1)
    Convening.objects.create(gathering=spring, person=people["stepped back"], until=until)
    _sit_down(spring)
    _say_quietly(people, {"met": "convenor", "guest": "convenor", "hosts": "stepped back", "tied": "nobody"}, spring)
    return people


def _say_quietly(people: dict[str, Person], to: dict[str, str], spring: Gathering) -> None:
    """About the cost: to a convenor, to who convened until yesterday, and to somebody who has left."""
    readers = people | {"convenor": spring.convenings.get(until=None).person, "nobody": None}
    for label, reader in to.items():
        booking = Booking.objects.get(gathering=spring, person=people[label])
        QuietWord.objects.create(booking=booking, reader=readers[reader], words=word(label, "quiet"))


def browser_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _settled(label: str, bird: Bird, gathering: Gathering, bo: Person) -> Person:
    person = Person.objects.create_person(f"Bird {label}", f"{label}@example.org", joined_at=bo.joined_at)
    Hat.objects.create(person=person, words=word(label, "hat"), audience=bird.audience, is_for_being_found=True)
    words = {line: word(label, line) for line in WRITTEN}
    chosen = {f"{line}_audience": bird.audience for line in CHOSEN}
    portrait = Portrait(person=person, access_needs=word(label, "needs"), region="wales", **words, **chosen)
    tell(person, known={}, portrait=portrait, is_to_be_found=True)
    _book(person, label, gathering, bird.state)
    where, now = Where("gathering:0", "Supper"), clock.now() - timedelta(days=9)
    if bird.tie in (MET, ENDED):
        they_met([(bo, person)], where=where, at=now)
    if bird.tie == TIED:
        begin(bo, person, where=where, at=now)
    if bird.tie == ENDED:
        Ending.declare(by=person, other=bo)
    return person


def _book(person: Person, label: str, gathering: Gathering, state: State) -> None:
    answers = {"needs": word(label, "booked"), "supporter": word(label, "supporter"), "line": word(label, "line")}
    # Whoever gave their place up has told nothing any more.
    answers = answers if state in LIVE else {}
    booking = Booking.objects.create(
        gathering=gathering,
        person=person,
        name=person.name,
        email=person.email or "",
        language="en-gb",
        state=state,
        confirmed_at=None if state in {State.KEPT, State.EXPECTED} else clock.now(),
        **answers,
    )
    if state == State.EXPECTED:
        BroughtIn.objects.create(booking=booking)
    TableWish.objects.create(booking=booking, beside=word(label, "beside"), apart=word(label, "apart"))


def _sit_down(spring: Gathering) -> None:
    mix = Mix.objects.get(arrangement__gathering=spring)
    first = mix.seats.get()
    coming = Booking.objects.filter(gathering=spring, state=State.COMING)
    for booking in coming.exclude(pk=first.booking_id):
        Seat.objects.create(mix=mix, round=first.round, table=first.table, booking=booking)
    Announcement.objects.create(mix=mix, at=clock.now())
    Arrival.objects.bulk_create(
        Arrival(gathering=spring, booking=booking, standing="here", way="list") for booking in coming
    )
