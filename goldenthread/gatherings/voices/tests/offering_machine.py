"""A part of the machine of voices: the call, and those who bring something, ask others to, take it back and leave."""

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices import bringing_back, offering, standing_together
from goldenthread.gatherings.voices.calling import close_call, keep_open
from goldenthread.gatherings.voices.models import Call, Contribution, Voice
from goldenthread.gatherings.voices.offer_rules import may_take_back
from goldenthread.gatherings.voices.offering import NotNow
from goldenthread.gatherings.voices.standing_together import IsInIt
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.people.leaving import leave as leave_this_site
from goldenthread.people.models import Person

NUMBERS, WHICH = st.integers(0, 2), st.integers(1, 2)


class Offering(RuleBasedStateMachine):
    """Three contributions, each of a voice of its own, and a second voice for each who may be asked."""

    day: Gathering
    ada: Person
    now: datetime

    def begin_to_offer(self):
        Call.objects.all().delete()
        Contribution.objects.all().delete()
        self.until, self.is_closed, self.late = self.now + timedelta(days=2), False, 0
        self.call = Call.objects.create(gathering=self.day, words="Stand up.", until=self.until, at=self.now)
        self.offered = [offer(self.day, f"Number {n}", self.somebody(n, 1), sent_at=self.now) for n in range(3)]

    def somebody(self, number, which):
        """Who brings this, by a name that nothing else holds."""
        known = {"name": f"Canary{number}{which} Larkfield", "email": f"voice{number}{which}@example.org"}
        return Person.objects.filter(email=known["email"]).first() or Person.objects.create_person(**known)

    def voice(self, number, which):
        """The newest that was asked, for who was taken out may be asked again."""
        mine = Voice.objects.filter(contribution=self.offered[number]).select_related(
            "contribution__gathering", "person"
        )
        return mine.filter(number=1).first() if which == 1 else mine.exclude(number=1).order_by("-number").first()

    @rule(days=st.integers(1, 2))
    def keep_the_call_open(self, days):
        keep_open(self.call, self.now + timedelta(days=days), now=self.now, by=self.ada)
        self.until, self.is_closed = max(self.until, self.now + timedelta(days=days)), False

    @rule()
    def close_the_call(self):
        close_call(self.call, now=self.now, by=self.ada)
        self.is_closed = True

    @rule()
    def a_stranger_offers(self):
        """Who presses while the call is open has sent it once their address is theirs; nobody else has."""
        self.late += 1
        contribution = Contribution(gathering=self.day, title=f"Late {self.late}", words="Words.")
        stranger = Voice(name=f"Late{self.late} Larkfield", email=f"late{self.late}@example.org")
        voice = offering.offer(contribution, stranger, sends=True, now=self.now)
        assert not contribution.sent_at
        standing_together.say_yes(voice, now=self.now)

        is_open = not self.is_closed and self.now < self.until
        assert Contribution.objects.sent().filter(pk=contribution.pk).exists() == is_open

    @rule(number=NUMBERS)
    def ask_another(self, number):
        first, other = self.voice(number, 1), self.somebody(number, 2)
        if first and first.is_in:
            try:
                standing_together.ask_another(first, name=other.name, email=other.email, now=self.now)
            except (IsInIt, NotNow):
                return

    @rule(number=NUMBERS, which=WHICH)
    def say_yes(self, number, which):
        voice = self.voice(number, which)
        if voice and voice.email:
            try:
                standing_together.say_yes(voice, now=self.now)
            except NotNow:
                return

    @rule(number=NUMBERS, which=WHICH)
    def leave_it(self, number, which):
        if voice := self.voice(number, which):
            standing_together.leave(voice, now=self.now)

    @rule(number=NUMBERS)
    def withdraw(self, number):
        voice = self.voice(number, 1)
        if voice and may_take_back(voice):
            bringing_back.take_back(voice, now=self.now)

    @rule(number=NUMBERS)
    def offer_again(self, number):
        voice = self.voice(number, 1)
        if voice and voice.email:
            try:
                bringing_back.bring_back(voice, now=self.now)
            except NotNow:
                return

    @rule(number=NUMBERS, which=WHICH)
    def leave_this_site(self, number, which):
        """For good; under the same address somebody else may be asked later."""
        for person in Person.objects.filter(email=f"voice{number}{which}@example.org"):
            leave_this_site(person)
