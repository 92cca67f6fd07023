"""A small gathering on which people race: two rooms, sessions, people with a place, a wall, and two who convene. Made by the acts
of the house; each race clears what the last one left."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.open_hour.hanging import set_open_hour
from goldenthread.gatherings.open_hour.models import OpenHour, Topic
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeRoom, Release, Session
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.releasing import next_release, release
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.kit import clock
from goldenthread.kit.models import House
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

DAY = date(2031, 4, 20)
PEOPLE = 4


@dataclass
class Stage:
    """What every race stands on."""

    ada: Person
    bo: Person
    day: Gathering
    open_hour: OpenHour
    people: list[Booking]
    now: datetime = field(default_factory=clock.now)

    def clear(self) -> None:
        for model in (
            OwedSession,
            SessionPlace,
            Draw,
            Topic,
            Release,
            DraftRun,
            Session,
            ProgrammeRoom,
            Contribution,
            Email,
        ):
            model.objects.all().delete()

    def room(self, number: int, capacity: int | None) -> ProgrammeRoom:
        return ProgrammeRoom.objects.create(gathering=self.day, number=number, name=f"Room {number}", capacity=capacity)

    def held(self, title: str, at: time, room: ProgrammeRoom) -> Session:
        session = Session.objects.create(gathering=self.day, title=title, minutes=45)
        place(session, 1, Spot(DAY, at, room=room), since_version=0, by=self.ada, now=self.now)
        return session

    def opened(self, *sessions: Session, draw: Draw | None = None) -> None:
        open_sign_up(sessions, self.day, by=self.ada, now=self.now, draw=draw)
        release(self.day, by=self.ada, words="", seen=next_release(self.day, self.now).stamp, now=self.now)

    def card(self, title: str, host: int) -> Topic:
        return Topic.objects.create(open_hour=self.open_hour, title=title, host=self.people[host])

    def cell(self, number: int, corner: int) -> tuple[int, int]:
        return self.open_hour.rounds.get(number=number).pk, self.open_hour.corners.get(number=corner).pk


def make_stage() -> Stage:
    now = clock.now()
    House.objects.create(pk=1, name="Races", sentence="People race here.", founded_at=now - timedelta(days=1))
    ada, bo = (
        Person.objects.create_person(n, f"{n.split()[0].lower()}@example.org", joined_at=now)
        for n in ("Ada Foxglove", "Bo Hazelmoor")
    )
    draft = Gathering.objects.with_facts().get(pk=Gathering.begin("A day of races", by=ada).pk)
    plan = {"day": DAY, "from_time": time(9), "to_time": time(17)}
    draft.replan(plan, since=draft.sequence, by=ada, is_small=False)
    turns.publish(draft, by=ada)
    Convening.objects.create(gathering=draft, person=bo)
    open_booking(draft, by=ada, now=now, places=300, until=None, confirm_hours=72, answer_hours=24)
    open_hour = set_open_hour(draft, ["14:00", "15:00"], ["By the window", "Under the clock"], by=ada)
    day = Gathering.objects.with_facts().get(pk=draft.pk)
    return Stage(ada, bo, day, open_hour, [guest(day, number, now) for number in range(PEOPLE)])


def guest(day: Gathering, number: int, now: datetime) -> Booking:
    about = {"name": f"Guest {number}", "email": f"guest{number}@example.org", "language": "en-gb"}
    return Booking.objects.create(gathering=day, state=State.COMING, confirmed_at=now, **about)
