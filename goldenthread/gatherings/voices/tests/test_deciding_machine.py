"""Whatever happens in whatever order: nobody is told twice, nothing held back is known, and a no carries a reason and a door."""

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.answering_decisions import AnsweredTooLate, answer, answer_of
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import AlreadyTold, NoLongerOffered, decide, take_back
from goldenthread.gatherings.voices.models import Contribution, Decision, Voice
from goldenthread.gatherings.voices.telling_decisions import NothingToTell, previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

NUMBERS = st.integers(0, 2)
DECISIONS = st.sampled_from(["in", "reserve", "another", "not_now"])


class Deciding(RuleBasedStateMachine):
    """Three contributions, and whoever convenes, offers and works."""

    spring: Gathering
    ada: Person
    bo: Person

    @initialize()
    def begin(self):
        Contribution.objects.all().delete()
        Email.objects.all().delete()
        self.offered = [offer(self.spring, f"Number {number}", self.bo) for number in range(3)]

    @rule(number=NUMBERS, decided=DECISIONS, reason=st.sampled_from(["", "A short day."]))
    def decide(self, number, decided, reason):
        try:
            decide(self.fresh(number), by=self.ada, answer=decided, reason=reason, door="wall")
        except (AlreadyTold, NoLongerOffered):
            return

    @rule(number=NUMBERS)
    def leave_open(self, number):
        try:
            take_back(self.fresh(number), by=self.ada)
        except AlreadyTold:
            assert Decision.objects.made_known().filter(contribution=self.offered[number]).exists()

    @rule(number=NUMBERS)
    def withdraw(self, number):
        Contribution.objects.filter(pk=self.offered[number].pk).update(withdrawn_at=clock.now())

    @rule(number=NUMBERS)
    def offer_again(self, number):
        Contribution.objects.filter(pk=self.offered[number].pk).update(withdrawn_at=None)

    @rule()
    def tell(self):
        try:
            tell(self.spring, seen=stamp_of(previews_for(self.spring, by=self.ada)), not_yet=(), by=self.ada)
        except NothingToTell:
            return

    @rule()
    def work(self):
        tell_of_decisions(clock.now())

    @rule(number=NUMBERS, reply=st.sampled_from(["accept", "step-back"]))
    def answer(self, number, reply):
        voice = Voice.objects.get(contribution=self.offered[number])
        known = answer_of(voice, clock.now())
        try:
            answer(voice, reply, by=None)
        except AnsweredTooLate:
            assert known is None or not known.may_answer
        else:
            assert known
            assert known.may_answer

    @invariant()
    def each_is_told_once(self):
        subjects = Email.objects.filter(kind__startswith="decided").values_list("subject", flat=True)
        assert set(Counter(subjects).values()) <= {1}

    @invariant()
    def a_no_that_is_known_has_its_reason(self):
        assert not Decision.objects.made_known().filter(answer="not_now", reason="").exists()

    @invariant()
    def nobody_answers_what_they_do_not_know(self):
        answered = Voice.objects.exclude(accepted_at=None, stepped_back_at=None)
        known = Decision.objects.made_known().values("contribution")
        assert not answered.exclude(contribution__in=known).exists()

    def fresh(self, number):
        return Contribution.objects.select_related("gathering").get(pk=self.offered[number].pk)


def test_in_whatever_order_it_happens(spring, ada, bo):
    machine = type("Machine", (Deciding,), {"spring": spring, "ada": ada, "bo": bo})
    how = settings(max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(machine, settings=how)
