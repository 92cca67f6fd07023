"""Whatever happens in whatever order: no chair is sold twice, nobody is put in two sessions at one hour, the waiting list moves in
order, and what is only drafted moves nobody."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme import placing as placings
from goldenthread.gatherings.programme.models import Placing, PlacingChange, ProgrammeRoom, Release, Session
from goldenthread.gatherings.programme.releasing import NothingToShow
from goldenthread.gatherings.programme.session_changes import remove_session
from goldenthread.gatherings.programme.tests.showing import show
from goldenthread.gatherings.signup import mine, signing_up
from goldenthread.gatherings.signup.chores import move_session_lists
from goldenthread.gatherings.signup.hours import hours_at
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up
from goldenthread.gatherings.signup.released_hours import held_by, released_hours
from goldenthread.gatherings.signup.tests.conftest import THE_DAY
from goldenthread.mixing.draws import overlap
from goldenthread.people.models import Person

PEOPLE, SESSIONS = st.integers(0, 4), st.integers(0, 2)
SPOTS = st.tuples(st.sampled_from([time(10), time(10, 30), time(12)]), st.integers(0, 1))


class SigningUp(RuleBasedStateMachine):
    """Three sessions in two rooms with two chairs each, and five people, one of whom needs two chairs."""

    known: tuple[Gathering, Person, datetime]

    def __init__(self):
        super().__init__()
        self.day, self.ada, self.now = self.known

    @initialize()
    def begin(self):
        for model in (OwedSession, SessionPlace, Release, Session, ProgrammeRoom, Booking):
            model.objects.all().delete()
        self.rooms = [
            ProgrammeRoom.objects.create(gathering=self.day, number=number, name=f"Room {number}", capacity=2)
            for number in (1, 2)
        ]
        self.sessions = [Session.objects.create(gathering=self.day, title=f"S{n}", minutes=60) for n in range(3)]
        open_sign_up(self.sessions, self.day, by=self.ada, now=self.now, draw=None)
        self.people = [self.comes(number) for number in range(5)]
        for number, session in enumerate(self.sessions[:2]):
            self.move(session, time(10), self.rooms[number])
        show(self.day, by=self.ada, now=self.now)
        self.moved_together, self.waited = set(), {}

    def comes(self, number):
        about = {"email": f"p{number}@example.org", "seats": 2 if number == 0 else 1, "state": State.COMING}
        return Booking.objects.create(
            gathering=self.day, name=f"P{number}", language="en-gb", confirmed_at=self.now, **about
        )

    def move(self, session, at, room):
        there = session.placings.first()
        spot = placings.Spot(THE_DAY, at, room=room)
        placings.place(session, 1, spot, since_version=there.version if there else 0, by=self.ada, now=self.now)

    @rule(person=PEOPLE, session=SESSIONS, instead=st.booleans(), typed=st.booleans())
    def sign_up(self, person, session, instead, typed):
        shown = released_hours(self.day, self.now).values()
        hour = next((placing.key for placing in shown if placing.session.title == f"S{session}"), 0)
        by = self.ada if typed else None
        try:
            signing_up.sign_up(self.people[person], hour, now=self.now, by=by, instead=instead)
        except (signing_up.AtThatHour, signing_up.NoSignUp):
            return

    @rule(person=PEOPLE, session=SESSIONS)
    def give_back(self, person, session):
        place = SessionPlace.objects.filter(booking=self.people[person], title=f"S{session}").first()
        if place:
            signing_up.give_back(place, now=self.now)

    @rule(person=PEOPLE)
    def give_up_the_day(self, person):
        booking = Booking.objects.get(pk=self.people[person].pk)
        if booking.is_coming:
            give_up(booking, State.CANCELLED, now=self.now, by=None)

    @contextmanager
    def only_drafted(self):
        """Whatever happens here, everybody has the chairs that they had, at the hours that they were shown."""
        before = [mine.my_chairs(person, self.now) for person in self.people]
        yield
        assert [mine.my_chairs(person, self.now) for person in self.people] == before

    @rule(session=SESSIONS, spot=SPOTS)
    def place(self, session, spot):
        with self.only_drafted():
            try:
                self.move(Session.objects.get(title=f"S{session}"), spot[0], self.rooms[spot[1]])
            except (placings.TakenAlready, Session.DoesNotExist):
                return

    @rule(session=SESSIONS)
    def take_out(self, session):
        there = Placing.objects.filter(session__title=f"S{session}").select_related("session").first()
        with self.only_drafted():
            if there:
                placings.unplace(there.session, 1, since_version=there.version, by=self.ada, now=self.now)

    @rule()
    def undo(self):
        change = PlacingChange.objects.order_by("-pk").first()
        with self.only_drafted():
            try:
                placings.undo(change, by=self.ada, now=self.now) if change else None
            except (placings.UndoneAlready, placings.MovedMeanwhile, placings.TakenAlready):
                return

    @rule(session=SESSIONS)
    def remove(self, session):
        with self.only_drafted():
            for existing in Session.objects.filter(title=f"S{session}"):
                remove_session(existing, by=self.ada)

    @rule()
    def show(self):
        try:
            show(self.day, by=self.ada, now=self.now)
        except NothingToShow:
            return
        self.moved_together |= self.in_two()

    @rule(minutes=st.sampled_from([0, 5, 20, 300]))
    def work(self, minutes):
        self.now += timedelta(minutes=minutes)
        move_session_lists(self.now)

        shown = released_hours(self.day, self.now)
        places = SessionPlace.objects.select_related("booking")
        assert not [row for row in places if row.hour_key not in shown or row.booking.state not in SEATED]
        assert not [place for hour in hours_at(self.day, self.now) for place in self.could_come(hour)]

    def could_come(self, hour):
        waiting = SessionPlace.objects.of(self.day).waiting().at(*hour.key)
        return [place for place in waiting if hour.fits(place.booking.seats)]

    def in_two(self):
        """Whose two chairs are at one hour."""
        chairs = [[held for held in held_by(person, self.now) if held.place.is_coming] for person in self.people]
        return {
            (first.place.pk, second.place.pk)
            for held in chairs
            for first in held
            for second in held
            if first.place.pk < second.place.pk and overlap(first.span, second.span)
        }

    @invariant()
    def no_chair_is_sold_twice(self):
        assert [hour.over_by for hour in hours_at(self.day, self.now) if hour.over_by] == []

    @invariant()
    def nobody_is_put_in_two_places(self):
        """Only a convenor who shows that a session is moved can do that."""
        assert self.in_two() <= self.moved_together

    @invariant()
    def whoever_waits_longest_is_first(self):
        rows = SessionPlace.objects.of(self.day).waiting().select_related("booking")
        waits = {row.pk: (row.hour_key, row.booking.seats) for row in rows}
        moved_on = SessionPlace.objects.exclude(state=SessionPlace.State.WAITING).filter(pk__in=self.waited)
        for pk in moved_on.values_list("pk", flat=True):
            hour, seats = self.waited[pk]
            assert [row for row in waits.items() if row[0] < pk and row[1][0] == hour and row[1][1] <= seats] == []
        self.waited = waits
