"""One gathering from its call for voices to its open hour, and everything that people, convenors, time and the worker may do to it.

The parts are the machines of its wings. What they cannot see alone is looked at here: that nothing held back is in anything that
a stranger or a voice may read, that nobody who left is named, and that one wing does not undo what another promised.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

import time_machine
from django.db import transaction
from django.test import Client
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from goldenthread.gatherings.open_hour.tests.wall_machine import Wall
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.placing import TakenAlready
from goldenthread.gatherings.programme.session_changes import session_from, take_over_voices
from goldenthread.gatherings.programme.tests.drafting_machine import HOURS, ROOMS, SESSIONS
from goldenthread.gatherings.programme.waiting import to_become_sessions
from goldenthread.gatherings.signup.chores import write_of_sessions
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up
from goldenthread.gatherings.signup.tests.chair_truths import newest_content
from goldenthread.gatherings.signup.tests.sign_up_machine import PEOPLE, SigningUp
from goldenthread.gatherings.voices.models import Decision, Voice
from goldenthread.gatherings.voices.tests.deciding_machine import REASON, Deciding
from goldenthread.gatherings.voices.tests.offering_machine import NUMBERS, WHICH
from tests.trust.held_cast import NEVER_THE_SAME

FOR_EVERYBODY = ("", "?view=grid", "schedule.json", "schedule.xml", "schedule.ics")
OF_A_VOICE = ("", "acceptance/")
DECISIONS = ("in", "reserve", "another", "not_now")


class WholeProgramme(Deciding, SigningUp, Wall):
    """Each run begins with three contributions, four sessions and five people, and leaves nothing behind."""

    begins: datetime
    day_pk: int
    steps = runs = 0

    def __init__(self):
        super().__init__()
        self.all_of_it = transaction.atomic()
        self.all_of_it.__enter__()
        # A file of the programme is kept under the moment at which it was shown, and runs know nothing of each other.
        type(self).runs += 1
        self.now = self.begins + timedelta(milliseconds=self.runs)
        self.clock = time_machine.travel(self.now, tick=False)
        self.traveller = self.clock.start()
        self.day = Gathering.objects.with_facts().get(pk=self.day_pk)
        self.browser = Client()

    def teardown(self):
        self.clock.stop()
        transaction.set_rollback(True)
        self.all_of_it.__exit__(None, None, None)

    @initialize()
    def begin(self):
        SigningUp.begin(self)
        Deciding.begin(self)
        Wall.begin(self)

    # ---- what one wing does with what another made

    @rule(number=NUMBERS, at=HOURS, room=ROOMS)
    def show_what_is_held_back(self, number, at, room):
        """It has an hour in the draft, and a version is shown: without it, until all are told."""
        self.decide(number, "in", "")
        for session in self.sessions_of(number):
            self.place_there(session, at, room)
        self.show()

    @rule(number=NUMBERS, at=HOURS, room=ROOMS)
    def show_what_is_told(self, number, at, room):
        self.decide(number, "in", "")
        self.tell()
        self.show_what_is_held_back(number, at, room)

    def sessions_of(self, number):
        for contribution in to_become_sessions(self.ada, self.day):
            session_from(contribution, by=self.ada)
        return Session.objects.filter(contribution=self.offered[number].pk).select_related("gathering")

    def place_there(self, session, at, room):
        with suppress(TakenAlready):
            self.move(session, at, self.room(room))

    @rule(number=SESSIONS)
    def take_over_its_voices(self, number):
        if session := self.session(number):
            take_over_voices(session)

    @rule(number=SESSIONS)
    def open_sign_up(self, number):
        if session := self.session(number):
            open_sign_up([session], self.day, by=self.ada, now=self.now, draw=None)

    @precondition(lambda self: self.now < self.begins + timedelta(days=5))
    @rule(minutes=st.sampled_from([0, 5, 20, 300]))
    def work(self, minutes):
        self.traveller.move_to(self.now + timedelta(minutes=minutes))
        SigningUp.work(self, minutes)
        tell_voices(self.now)
        write_of_sessions(self.now)

    # ---- what somebody reads

    @rule(number=NUMBERS, which=WHICH)
    def a_voice_reads(self, number, which):
        voice = self.voice(number, which)
        if voice is None:
            return
        for page in OF_A_VOICE:
            body = self.read(f"contributions/{voice.key}/{page}")
            assert REASON not in body or self.is_known(voice.contribution_id), "a voice reads what is held back"

    @rule(person=PEOPLE)
    def somebody_who_comes_reads(self, person):
        booking = self.fresh(person)
        for page in ("sessions/", "open-hour/"):
            body = self.read(f"booking/{booking.key}/{page}")
            self.says_nothing_too_soon(body)

    @rule(number=NUMBERS, page=st.sampled_from(["voice", *FOR_EVERYBODY]))
    def it_reads_alike_whatever_is_held_back(self, number, page):
        held = Decision.objects.filter(telling=None, contribution=self.offered[number].pk)
        voice = self.voice(number, 1)
        if voice and held.exists():
            address = f"contributions/{voice.key}/" if page == "voice" else f"programme/{page}"
            answers = {self.read_where(partial(held.update, answer=answer), address) for answer in DECISIONS}
            answers.add(self.read_where(held.delete, address))
            assert len(answers) == 1, "what is held back shows"

    def read_where(self, change, address):
        with transaction.atomic():
            change()
            body = self.read(address)
            transaction.set_rollback(True)
        return body

    def read(self, page):
        answer = self.browser.get(f"/gatherings/spring/{page}")
        assert answer.status_code < 500
        self.browser.cookies.clear()
        return NEVER_THE_SAME.sub(b"", answer.getvalue()).decode()

    def is_known(self, contribution):
        return Decision.objects.filter(contribution=contribution).exclude(telling=None).exists()

    @invariant()
    def strangers_read_nothing_too_soon(self):
        """One page at each step, in turn."""
        type(self).steps += 1
        self.says_nothing_too_soon(self.read(f"programme/{FOR_EVERYBODY[self.steps % len(FOR_EVERYBODY)]}"))

    def says_nothing_too_soon(self, body):
        assert REASON not in body, "a reason is read by others"
        assert not [name for name in self.not_to_be_named() if name in body], "somebody who left is named"
        known = Decision.objects.filter(answer="in").exclude(telling=None).values("contribution")
        for contribution in self.offered:
            if contribution.title in body:
                assert known.filter(contribution=contribution.pk).exists(), "what is held back is read"

    def not_to_be_named(self):
        """Whoever is not in it, of all who were ever asked."""
        rows = Voice.objects.filter(contribution__withdrawn_at=None, yes_at__isnull=False, left_at=None)
        in_it = {voice.known_as for voice in rows.filter(stepped_back_at=None).select_related("person")}
        every = {f"Canary{number}{which} Larkfield" for number in range(3) for which in (1, 2)}
        return every - in_it

    @invariant()
    def what_is_shown_is_in_and_told(self):
        known = Decision.objects.filter(answer="in").exclude(telling=None).values_list("contribution", flat=True)
        shown = {session["uid"] for session in newest_content(self.day)["sessions"]}
        brought = Session.objects.filter(uid__in=shown, contribution__isnull=False)
        assert not brought.exclude(contribution__in=known).exists(), "what is held back is shown"
