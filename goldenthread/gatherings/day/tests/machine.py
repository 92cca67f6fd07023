"""One day, and everything that two doors without network, people and time may do to it, in any order."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import combinations

import time_machine
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.arriving import DoorPress, take
from goldenthread.gatherings.day.chores import tie_threads, write_down_encounters
from goldenthread.gatherings.day.models import Arrival, Source, Standing, Tick
from goldenthread.gatherings.day.tests.staying import stays
from goldenthread.gatherings.day.ticking import tick
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Announcement, Mix, Round, Seat
from goldenthread.people.models import Person
from goldenthread.threads.models import Encounter, Thread, pair_of

HERE, LATE, LEFT, ABSENT = Standing.HERE, Standing.LATE, Standing.LEFT, Standing.ABSENT
person, device = st.integers(0, 4), st.integers(0, 1)
Told = tuple[datetime, int, Standing, str]


class Machine(RuleBasedStateMachine):
    """Two rounds at two tables, five people, two lists at the door. Each run leaves nothing behind."""

    day_pk: int
    ada: Person
    begins: datetime
    bookings: list[Booking]
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.all_of_it = transaction.atomic()
        self.all_of_it.__enter__()
        # The tables were announced half an hour after it began.
        self.now = self.begins + timedelta(minutes=30)
        self.clock = time_machine.travel(self.now, tick=False)
        self.traveller = self.clock.start()
        self.day = Gathering.objects.get(pk=self.day_pk)
        # What each device has not been told to have been taken, and what the house has heard of.
        self.waiting: dict[int, list[Told]] = {0: [], 1: []}
        self.heard: dict[str, Told] = {}
        self.marks = 0
        self.ticks: set[tuple[int, int]] = set()
        self.tied: set[tuple[int, int]] = set()

    def teardown(self) -> None:
        self.clock.stop()
        transaction.set_rollback(True)
        self.all_of_it.__exit__(None, None, None)

    # ---- what may happen

    @rule(who=person, at=device, standing=st.sampled_from([HERE, LATE, LEFT, ABSENT]))
    def press(self, who: int, at: int, standing: Standing) -> None:
        """On a list without network."""
        self.wait(seconds=1)
        self.marks += 1
        self.waiting[at].append((self.now, self.bookings[who].pk, standing, f"mark-{self.marks:012}-{at}"))

    @rule(at=device, is_lost=st.booleans(), how_many=st.integers(1, 5))
    def tell(self, at: int, is_lost: bool, how_many: int) -> None:  # noqa: FBT001 (Hypothesis gives it so)
        """It finds the network. When the answer is lost, or the device is killed before it hears it, it tells again."""
        batch = self.waiting[at][:how_many]
        presses = [DoorPress(mark, standing, moment, booking=booking) for moment, booking, standing, mark in batch]
        take(self.day, presses, way=Source.LIST, now=self.now, by=self.ada)
        self.heard |= {press[3]: press for press in batch}
        if not is_lost:
            self.waiting[at] = self.waiting[at][how_many:]

    @rule()
    def all_are_here(self) -> None:
        """And the first list is told all of it at once."""
        for who in range(5):
            self.press(who, 0, HERE)
        self.tell(0, is_lost=False, how_many=len(self.waiting[0]))

    @rule(who=person)
    def was_not_here_after_all(self, who: int) -> None:
        """A correction, after the worker has written down who met."""
        self.work()
        self.press(who, 1, ABSENT)
        self.tell(1, is_lost=False, how_many=len(self.waiting[1]))
        self.work()

    @rule(minutes=st.sampled_from([1, 20, 60, 240]))
    def pass_time(self, minutes: int) -> None:
        self.wait(seconds=60 * minutes)

    @rule(order=st.permutations(range(5)))
    def remix(self, order: list[int]) -> None:
        """Rounds that have begun stay as they were; the others are seated anew, and told."""
        holds = Announcement.objects.newest_at(self.day)
        assert holds
        laid = holds.mix.arrangement
        mix = Mix.objects.create(arrangement=laid, number=Mix.next_number(laid), done_at=self.now)
        for seat in holds.mix.seats.filter(
            round__in=[round_ for round_ in laid.rounds.all() if round_.has_begun(self.now)]
        ):
            Seat.objects.create(mix=mix, round=seat.round, table=seat.table, booking=seat.booking)
        tables = list(laid.tables.order_by("number"))
        for round_ in (round_ for round_ in laid.rounds.all() if not round_.has_begun(self.now)):
            for place, who in enumerate(order):
                booking = self.bookings[who]
                Seat.objects.create(mix=mix, round=round_, table=tables[place % 2], booking=booking)
        Announcement.objects.create(mix=mix, at=self.now)

    @rule(by=person, to=person)
    def tick(self, by: int, to: int) -> None:
        self.ticks_off(by, to)

    @rule(one=person, other=person)
    def tick_each_other(self, one: int, other: int) -> None:
        self.ticks_off(one, other)
        self.ticks_off(other, one)

    def ticks_off(self, by: int, to: int) -> None:
        one, other = (self.bookings[number] for number in (by, to))
        tick(self.day, by=one, people={other.pk}, among={other.pk})
        if one != other:
            self.ticks.add((one.pk, other.pk))

    @rule()
    def work(self) -> None:
        """The worker looks, twice."""
        for _ in range(2):
            write_down_encounters(self.now)
            tie_threads(self.now)
        if self.day.ends_at and self.now > self.day.ends_at:
            mutual = {pair for pair in self.ticks if pair[::-1] in self.ticks}
            person_of = {booking.pk: booking.person_id or 0 for booking in self.bookings}
            self.tied |= {pair_of(person_of[one], person_of[other]) for one, other in mutual}
            self.ticks -= mutual
        assert self.written() == self.met(), "encounters are not as the tables were held"

    def wait(self, *, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.traveller.move_to(self.now)

    # ---- what is always true

    @invariant()
    def each_press_is_there_once(self) -> None:
        type(self).steps += 1
        assert set(Arrival.objects.values_list("once", flat=True)) == set(self.heard), "a press was lost or doubled"
        assert Arrival.objects.count() == len(self.heard), "a press was lost or doubled"

    @invariant()
    def the_last_press_counts(self) -> None:
        last = {booking: standing for _at, booking, standing, _mark in sorted(self.heard.values())}
        assert self.day.arrivals.standings() == last, "the last press does not count"

    @invariant()
    def ticks_tie_only_what_both_ticked(self) -> None:
        assert set(Thread.objects.pairs()) == self.tied, "a thread that not both ticked"
        assert set(Tick.objects.values_list("by", "to")) == self.ticks, "a tick was lost, or stayed"

    # ---- the same, reckoned in another way

    def written(self) -> set[tuple[int, int, int]]:
        return set(Encounter.objects.values_list("round", "one", "other"))

    def met(self) -> set[tuple[int, int, int]]:
        holds = Announcement.objects.newest_at(self.day)
        assert holds
        encounters = set()
        for seat, beside in combinations(holds.mix.seats.select_related("round", "booking"), 2):
            together = (seat.round_id, seat.table_id) == (beside.round_id, beside.table_id)
            if together and self.is_over(seat.round) and self.was_in(seat) and self.was_in(beside):
                one, other = sorted((seat.booking.person_id or 0, beside.booking.person_id or 0))
                encounters.add((seat.round.number, one, other))
        return encounters

    def is_over(self, round_: Round) -> bool:
        return round_.ends_at is not None and round_.ends_at <= self.now

    def was_in(self, seat: Seat) -> bool:
        standings = [
            (at, standing) for at, booking, standing, _mark in sorted(self.heard.values()) if booking == seat.booking_id
        ]
        true = standings[
            max((place + 1 for place, (_at, standing) in enumerate(standings) if standing == ABSENT), default=0) :
        ]
        start, end = seat.round.starts_at, seat.round.ends_at
        assert start
        assert end
        return any(since < end and until > start for since, until in stays(true, self.begins))
