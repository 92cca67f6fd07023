"""Whatever happens in whatever order: no chair is sold twice, nobody is put in two sessions at one hour, the waiting list moves in
order, a wish in time is drawn, and what is only drafted moves nobody."""

from contextlib import contextmanager
from datetime import time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.state import SEATED
from goldenthread.gatherings.bookings.putting_back import put_back
from goldenthread.gatherings.programme.tests.drafting_machine import SESSIONS, Drafting
from goldenthread.gatherings.programme.tests.showing import show
from goldenthread.gatherings.signup import mine, signing_up
from goldenthread.gatherings.signup.chores import draw_sessions, move_session_lists
from goldenthread.gatherings.signup.drawing import WishesAreClosed, wish
from goldenthread.gatherings.signup.hours import hours_at
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up, set_draw
from goldenthread.gatherings.signup.released_hours import HourKey, held_by, released_hours
from goldenthread.gatherings.signup.tests.chair_truths import chairs_in_words, chairs_of, newest_content, taken_of
from goldenthread.mixing.draws import overlap

PEOPLE = st.integers(0, 4)
WISHES = st.lists(SESSIONS, unique=True, max_size=3)
# Half of them for whoever comes first, half of them drawn.
TITLES = ("S0", "S1", "S2", "S3")


class SigningUp(Drafting):
    """Four sessions, and five people, one of whom needs two chairs."""

    @initialize()
    def begin(self):
        for model in (OwedSession, SessionPlace, Draw, Booking):
            model.objects.all().delete()
        self.begin_to_draft(TITLES)
        self.draw = set_draw(self.day, by=self.ada, now=self.now, until=self.now + timedelta(hours=5), most_each=2)
        open_sign_up(self.sessions[:2], self.day, by=self.ada, now=self.now, draw=None)
        open_sign_up(self.sessions[2:], self.day, by=self.ada, now=self.now, draw=self.draw)
        self.people = [self.comes(number) for number in range(5)]
        for number, session in enumerate(self.sessions):
            self.move(session, time(10 + 2 * (number // 2)), self.rooms[number % 2])
        show(self.day, by=self.ada, now=self.now)
        self.moved_together: set[tuple[int, int]] = set()
        self.waited: dict[int, tuple[HourKey, int]] = {}
        self.taken: dict[tuple[str, int], int] = {}

    def comes(self, number):
        about = {"email": f"p{number}@example.org", "seats": 2 if number == 0 else 1, "state": State.COMING}
        return Booking.objects.create(
            gathering=self.day, name=f"P{number}", language="en-gb", confirmed_at=self.now, **about
        )

    @rule(person=PEOPLE, number=SESSIONS, instead=st.booleans(), typed=st.booleans())
    def sign_up(self, person, number, instead, typed):
        shown = list(released_hours(self.day, self.now).values())
        hour = shown[number % len(shown)].key if shown else 0
        by = self.ada if typed else None
        try:
            signing_up.sign_up(self.people[person], hour, now=self.now, by=by, instead=instead)
        except (signing_up.AtThatHour, signing_up.NoSignUp):
            return

    @rule(number=SESSIONS, order=st.permutations(range(5)))
    def all_sign_up(self, number, order):
        for person in order:
            self.sign_up(person, number, instead=True, typed=False)

    @rule(person=PEOPLE, number=SESSIONS, typed=st.booleans())
    def give_back(self, person, number, typed):
        places = list(SessionPlace.objects.filter(booking=self.people[person]).order_by("pk"))
        if places:
            by = self.ada if typed else None
            signing_up.give_back(places[number % len(places)], now=self.now, by=by)

    @rule(person=PEOPLE, sessions=WISHES)
    def wish(self, person, sessions):
        drawn = list(self.draw.openings.select_related("session").order_by("pk"))
        wished = [drawn[number].session for number in sessions if number < len(drawn)]
        try:
            wish(self.people[person], self.draw, wished, now=self.now)
        except WishesAreClosed:
            assert self.now >= self.draw.until or not self.fresh(person).is_coming
        else:
            assert self.now < self.draw.until

    @rule(person=PEOPLE)
    def give_up_the_day(self, person):
        booking = self.fresh(person)
        if booking.is_coming:
            give_up(booking, State.CANCELLED, now=self.now, by=None)

    @rule(person=PEOPLE)
    def come_after_all(self, person):
        """A convenor puts their place back."""
        try:
            put_back(self.fresh(person), now=self.now, by=self.ada)
        except NotLive:
            return

    def fresh(self, person):
        return Booking.objects.select_related("gathering").get(pk=self.people[person].pk)

    @contextmanager
    def only_drafted(self):
        """Everybody has the chairs that they had, at the hours that they were shown."""
        before = [mine.my_chairs(person, self.now) for person in self.people]
        with super().only_drafted():
            yield
        assert [mine.my_chairs(person, self.now) for person in self.people] == before

    @rule()
    def show(self):
        Drafting.show(self)
        self.moved_together |= self.in_two()

    @rule(minutes=st.sampled_from([0, 5, 20, 300]))
    def work(self, minutes):
        self.now += timedelta(minutes=minutes)
        wishes = SessionWish.objects.filter(booking__state=State.COMING, draw__drawn_at=None, draw__until__lte=self.now)
        wished = set(wishes.values_list("booking", flat=True))
        draw_sessions(self.now)
        drawn = OwedSession.objects.filter(kind="drawn").values_list("booking", flat=True)
        assert wished <= set(drawn), "a wish was lost"
        if wished:
            # A draw gives chairs to those who wished, wherever others were typed in to wait.
            self.waited = {}
        move_session_lists(self.now)

        shown = released_hours(self.day, self.now)
        places = SessionPlace.objects.select_related("booking")
        assert not [row for row in places if row.hour_key not in shown or row.booking.state not in SEATED]
        assert not [place for hour in hours_at(self.day, self.now) for place in self.could_come(hour)]

    def could_come(self, hour):
        """Once it is drawn, where it is drawn at all."""
        waiting = SessionPlace.objects.of(self.day).waiting().at(*hour.key)
        return [place for place in waiting if hour.fits(place.booking.seats) and not hour.waits_for_the_draw]

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
        """In a room that became smaller nobody is dropped; but it says so, and nobody else comes in."""
        chairs = chairs_of(self.day, newest_content(self.day))
        before, self.taken = self.taken, taken_of(self.day)
        over = {
            key: self.taken[key] - most
            for key, most in chairs.items()
            if most is not None and self.taken.get(key, 0) > most
        }
        assert not [key for key in over if self.taken[key] > before.get(key, 0)], "a chair was sold twice"
        owned_up = {
            (str(hour.key[0]), hour.key[1]): hour.over_by for hour in hours_at(self.day, self.now) if hour.over_by
        }
        assert owned_up == over, "nobody says that more come than there are chairs"

    @invariant()
    def everybody_reads_what_was_shown_last(self):
        content = newest_content(self.day)
        for person in Booking.objects.filter(gathering=self.day).select_related("gathering"):
            chairs = mine.my_chairs(person, self.now)
            read = [(chair.title, chair.when, chair.room.name if chair.room else "") for chair in chairs]
            assert read == chairs_in_words(person, content), "somebody reads what was not shown last"

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
