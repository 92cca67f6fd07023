"""One gathering, and everything that people, convenors and time may do to its bookings, in any order."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from goldenthread.gatherings.bookings import chores, opening
from goldenthread.gatherings.bookings.answering import NotLive, confirm
from goldenthread.gatherings.bookings.booking_a_place import NotOpen, PlaceRequest, keep_a_place, seat_regardless
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.giving_up import AlreadyOver, Friend, decline, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.tests.changes_of_mind import ChangesOfMind, a_booking, may_be_refused
from goldenthread.gatherings.bookings.tests.truths import Glimpse, all_hear_of_it, glimpse, holds, most_taken
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person

SECTORS = ["health", "education"]
# Of these, everybody who has a place or waits for one hears at once.
URGENT = [turns.postpone, turns.resume, turns.call_off, turns.reinstate]
somebody = st.integers(0, 8)
# Whether the worker looks before the next act. It looks within a second of every commit, and each minute.
in_time = st.sampled_from([True, True, True, False])
hats = st.lists(st.sampled_from(SECTORS), unique=True)


class Machine(ChangesOfMind):
    """A gathering with three places. Each run begins with an empty room and leaves nothing behind."""

    room_pk: int
    ada: Person
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.all_of_it = transaction.atomic()
        self.all_of_it.__enter__()
        self.now = clock.now()
        self.before: Glimpse = glimpse(self.room_pk, self.now)
        self.ceiling = self.before.places
        self.asked: str = ""
        self.given: bool = False
        self.is_urgent = False
        # Whether something happened that only the chores pass on, a minute later at most.
        self.is_left_to_chores = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.all_of_it.__exit__(None, None, None)

    # ---- people -----------------------------------------------------------------------------------------------------

    @rule(who=somebody, sectors=hats, brings_somebody=st.booleans())
    @may_be_refused(NotOpen)
    def ask(self, who: int, sectors: list[str], brings_somebody: bool) -> None:  # noqa: FBT001
        self.asked = email_of(who)
        wish = PlaceRequest(name="A", email=self.asked, sectors=sectors, has_supporter=brings_somebody)
        keep_a_place(self.room, wish, now=self.now)

    @rule(who=somebody, sectors=hats)
    @may_be_refused(NotOpen)
    def ask_signed_in(self, who: int, sectors: list[str]) -> None:
        self.asked = email_of(who)
        person = Person.objects.with_address(self.asked, name="A", language=None)
        keep_a_place(self.room, PlaceRequest(name="A", email=self.asked, sectors=sectors), now=self.now, person=person)

    @rule(which=a_booking)
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(NotLive)
    def confirm(self, which: int) -> None:
        confirm(self.booking(which), self.now)

    @rule(which=a_booking, state=st.sampled_from([State.CANCELLED, State.APOLOGIES]))
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(AlreadyOver)
    def give_up(self, which: int, state: State) -> None:
        give_up(self.booking(which), state, now=self.now, by=None)

    @rule(which=a_booking, who=somebody)
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(AlreadyOver)
    def give_to_a_friend(self, which: int, who: int) -> None:
        self.given = True
        give_to(self.booking(which), Friend("F", email_of(who)), now=self.now)

    @rule(who=somebody, looks=in_time)
    def leave(self, who: int, looks: bool) -> None:  # noqa: FBT001
        for person in Person.objects.filter(email=email_of(who)):
            leave(person)
        self.leave_to_chores(looks=looks)

    # ---- convenors --------------------------------------------------------------------------------------------------

    @rule(who=st.integers(0, 12), sectors=hats)
    @may_be_refused(NotOpen)
    def type_in(self, who: int, sectors: list[str]) -> None:
        # Half of the sheets tell no address.
        wish = PlaceRequest(name="P", email=email_of(who) if who % 2 else "", sectors=sectors)
        seat_regardless(self.room, wish, now=self.now, by=self.ada, person=None)

    @rule()
    def send_each_their_place(self) -> None:
        ask_each(to_ask(self.room), now=self.now)

    @rule(which=a_booking)
    @precondition(lambda self: self.before.bookings)
    @may_be_refused(AlreadyOver)
    def decline(self, which: int) -> None:
        decline(self.booking(which), now=self.now)

    @rule(places=st.integers(0, 6) | st.none())
    def change_places(self, places: int | None) -> None:
        opening.open_booking(self.room, by=self.ada, now=self.now, places=places, confirm_hours=6, answer_hours=2)

    @rule(places=st.integers(1, 6), looks=in_time)
    def change_places_in_the_plan(self, places: int, looks: bool) -> None:  # noqa: FBT001
        room = self.room
        room.replan({"places": places}, since=room.sequence, by=self.ada, is_small=False)
        self.leave_to_chores(looks=looks)

    @rule(sector=st.sampled_from(SECTORS), places=st.integers(0, 3), days=st.integers(-1, 3))
    def hold(self, sector: str, places: int, days: int) -> None:
        until = timezone.localdate(self.now) + timedelta(days=days)
        opening.hold_places(self.room, by=self.ada, now=self.now, sector=sector, places=places, until=until)

    @rule(turn=st.sampled_from([turns.close, turns.reopen, *URGENT]), looks=in_time)
    @may_be_refused(turns.AlreadySo)
    def turn(self, turn: turns.Verb, looks: bool) -> None:  # noqa: FBT001
        turn(self.room, by=self.ada)
        self.is_urgent = turn in URGENT
        self.leave_to_chores(looks=looks)

    # ---- time -------------------------------------------------------------------------------------------------------

    @rule(hours=st.sampled_from([1, 5, 30]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        for chore in [chores.remind, chores.release, chores.move_lines]:
            chore(self.now)
        self.is_left_to_chores = False

    @rule()
    @precondition(lambda self: self.before.last_owed)
    def emails_are_written(self) -> None:
        Owed.objects.filter(booking__gathering=self.room_pk).delete()

    # ---- what must be true after each ----------------------------------------------------------------------------------

    @invariant()
    def is_as_promised(self) -> None:
        type(self).steps += 1
        after = glimpse(self.room_pk, self.now, owed_since=self.before.last_owed)
        self.ceiling = most_taken(self.ceiling, self.before, after)
        holds(self.before, after, ceiling=self.ceiling, asker=self.asked, is_given=self.given)
        all_hear_of_it(self.before, after, is_urgent=self.is_urgent)
        assert self.is_left_to_chores or after.idle == [], f"a seat is idle while {after.idle} wait for one like it"
        self.before, self.asked, self.given, self.is_urgent = after, "", False, False

    def leave_to_chores(self, *, looks: bool) -> None:
        self.is_left_to_chores = not looks
        if looks:
            chores.move_lines(self.now)

    @property
    def room(self) -> Gathering:
        return Gathering.objects.get(pk=self.room_pk)

    def booking(self, which: int) -> Booking:
        """One of them, however many there are."""
        pk = list(self.before.bookings)[which % len(self.before.bookings)]
        return Booking.with_presses.select_related("gathering", "person").get(pk=pk)


def email_of(who: int) -> str:
    return f"p{who}@example.org"
