"""A part of machines: convenors place, move, take out, undo, lose rooms, let the machine draft, and show, in whatever order."""

from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import combinations

from django.db.models import F
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme import placing as placings
from goldenthread.gatherings.programme.draft_runs import AlreadyDrafting, ask_for, carry_out
from goldenthread.gatherings.programme.draft_taking import TakenOverBefore, take_over
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import (
    DraftRun,
    Placing,
    PlacingChange,
    ProgrammeRoom,
    Release,
    RoomClosure,
    Session,
)
from goldenthread.gatherings.programme.releasing import NothingToShow
from goldenthread.gatherings.programme.room_changes import lose_room, open_room_again, remove_room, save_room
from goldenthread.gatherings.programme.session_changes import remove_session
from goldenthread.gatherings.programme.tests.showing import show
from goldenthread.gatherings.programme.warnings import WarningKind, warnings_of
from goldenthread.people.models import Person

SESSIONS, ROOMS = st.integers(0, 5), st.integers(0, 1)
HOURS = st.sampled_from([time(10), time(10, 30), time(12)])
# A draft looks for longer in a real house; this one is for what becomes of it.
TURNS, MOST_ROOMS = 40, 3
REFUSED = (placings.TakenAlready, placings.MovedMeanwhile, placings.UndoneAlready, placings.RoomIsGone)


class Drafting(RuleBasedStateMachine):
    """Sessions and two rooms with two chairs each. Sessions and rooms are known by their place in the row: some go."""

    day: Gathering
    ada: Person
    now: datetime

    def begin_to_draft(self, titles):
        for model in (Release, DraftRun, Session, ProgrammeRoom):
            model.objects.all().delete()
        self.named = 0
        self.stood: list[tuple[int, int]] = []
        self.rooms = [self.make_room(), self.make_room()]
        self.sessions = [Session.objects.create(gathering=self.day, title=title, minutes=60) for title in titles]

    @rule()
    def new_room(self):
        if ProgrammeRoom.objects.of(self.day).count() < MOST_ROOMS:
            self.make_room()

    def make_room(self):
        self.named += 1
        room = ProgrammeRoom(gathering=self.day, name=f"Room {self.named}", capacity=2)
        save_room(room, by=self.ada)
        return room

    def room(self, number):
        rooms = list(ProgrammeRoom.objects.of(self.day).select_related("gathering").order_by("number"))
        return rooms[number % len(rooms)] if rooms else None

    def session(self, number):
        sessions = list(Session.objects.of(self.day).select_related("gathering").order_by("pk"))
        return sessions[number % len(sessions)] if sessions else None

    @contextmanager
    def only_drafted(self):
        """Whatever happens here, nobody but convenors sees any of it."""
        before = list(Release.objects.order_by("pk").values_list("number", "content"))
        yield
        assert list(Release.objects.order_by("pk").values_list("number", "content")) == before

    def move(self, session, at, room, *, is_late=False):
        there = session.placings.first()
        spot, since = placings.Spot(self.day.day or date.max, at, room=room), there.version if there else 0
        since -= is_late
        placings.place(session, 1, spot, since_version=since, by=self.ada, now=self.now)

    @rule(number=SESSIONS, at=HOURS, room=ROOMS)
    def place(self, number, at, room):
        with self.only_drafted():
            if session := self.session(number):
                try:
                    self.move(session, at, self.room(room))
                except placings.TakenAlready:
                    return

    @rule(number=SESSIONS, at=HOURS, room=ROOMS)
    def place_on_an_old_page(self, number, at, room):
        """Somebody else has moved it since it was looked at."""
        session = self.session(number)
        if session and session.placings.exists():
            before = list(Placing.objects.order_by("pk").values())
            try:
                self.move(session, at, self.room(room), is_late=True)
            except placings.MovedMeanwhile:
                assert list(Placing.objects.order_by("pk").values()) == before
            else:
                raise AssertionError("an old page moved it")

    @rule(number=SESSIONS)
    def take_out(self, number):
        there = Placing.objects.filter(session=self.session(number)).select_related("session__gathering").first()
        with self.only_drafted():
            if there:
                placings.unplace(there.session, 1, since_version=there.version, by=self.ada, now=self.now)

    @rule(back=st.integers(0, 3))
    def undo(self, back):
        changes = list(PlacingChange.objects.of(self.day).newest_first()[: back + 1])
        with self.only_drafted():
            try:
                placings.undo(changes[-1], by=self.ada, now=self.now) if changes else None
            except REFUSED:
                return

    @rule(number=SESSIONS)
    def remove(self, number):
        with self.only_drafted():
            if session := self.session(number):
                remove_session(session, by=self.ada)

    @rule(number=ROOMS, capacity=st.sampled_from([1, 2, 3, None]))
    def change_room(self, number, capacity):
        if room := self.room(number):
            room.capacity = capacity
            save_room(room, by=self.ada)

    @rule(number=ROOMS)
    def lose_room(self, number):
        if room := self.room(number):
            lose_room(room, because="A burst pipe.", by=self.ada, now=self.now)

    @rule()
    def open_rooms_again(self):
        for closure in RoomClosure.objects.select_related("room__gathering"):
            open_room_again(closure, by=self.ada)

    @rule(number=ROOMS)
    def remove_room(self, number):
        with self.only_drafted():
            if room := self.room(number):
                remove_room(room, by=self.ada, now=self.now)

    @rule(keeps_placed=st.booleans())
    def draft_by_machine(self, keeps_placed):
        try:
            run = ask_for(self.day, keeps_placed=keeps_placed, by=self.ada, is_small=True)
        except AlreadyDrafting:
            return
        run.iterations = TURNS
        carry_out(run)

    @rule(back=st.integers(0, 1))
    def take_over_a_draft(self, back):
        """All of it, or nothing where something has moved meanwhile."""
        runs = list(DraftRun.objects.of(self.day).exclude(done_at=None).order_by("-number")[: back + 1])
        before = list(Placing.objects.order_by("pk").values())
        with self.only_drafted():
            try:
                take_over(runs[-1], by=self.ada, now=self.now) if runs else None
            except (TakenOverBefore, placings.MovedMeanwhile):
                assert list(Placing.objects.order_by("pk").values()) == before

    @rule()
    def show(self):
        try:
            show(self.day, by=self.ada, now=self.now)
        except NothingToShow:
            return

    @invariant()
    def each_stands_in_a_room_of_this_gathering(self):
        elsewhere = Placing.ever.exclude(room=None).exclude(room__gathering=F("session__gathering"))
        assert not elsewhere.exists(), "a session stands in another house"

    @invariant()
    def two_in_one_room_are_said(self):
        in_rooms = list(Placing.objects.of(self.day).exclude(room=None).select_related("session__gathering"))
        before, self.stood = self.stood, [(each.pk, each.version) for each in in_rooms]
        if self.stood == before:
            return
        programme = programme_of(self.day)
        warnings = warnings_of(programme)
        # What nobody holds any more is left out, and stands in nobody's way.
        held = {placing.pk for placing in programme.placings if not placing.is_dropped}
        for first, second in combinations([each for each in in_rooms if each.pk in held], 2):
            is_meanwhile = first.starts_at < second.ends_at and second.starts_at < first.ends_at
            if first.room_id == second.room_id and is_meanwhile:
                assert first.starts_at != second.starts_at, "two sessions begin in one room at once"
                for placing in (first, second):
                    kinds = {warning.kind for warning in warnings[placing.pk]}
                    assert WarningKind.OVERLAP in kinds, "nobody says that two are in one room"
