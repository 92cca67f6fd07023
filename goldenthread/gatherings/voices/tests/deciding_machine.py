"""Whatever happens in whatever order: nobody is told twice or forgotten, nothing held back is known, and a no has a reason."""

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from goldenthread.gatherings.voices.answering_decisions import AnsweredTooLate, answer, answer_of
from goldenthread.gatherings.voices.chores import tell_of_decisions, tell_of_departures
from goldenthread.gatherings.voices.deciding import AlreadyTold, NoLongerOffered, decide, take_back
from goldenthread.gatherings.voices.models import Contribution, Decision, Voice
from goldenthread.gatherings.voices.telling_decisions import (
    ChangedSinceSeen,
    NothingToTell,
    move_up,
    preview_of_moving_up,
    previews_for,
    stamp_of,
    tell,
)
from goldenthread.gatherings.voices.tests.offering_machine import NUMBERS, WHICH, Offering
from goldenthread.outbox.models import Email

DECISIONS = st.sampled_from(["in", "in", "reserve", "another", "not_now"])
# Words that nothing else holds.
REASON = "Canaryreason, and a short day."


class Deciding(Offering):
    """Whoever convenes decides, tells, and lets what was in reserve move up."""

    @initialize()
    def begin(self):
        Email.objects.all().delete()
        self.begin_to_offer()
        # What each voice was told last, until the worker has written it.
        self.to_write: dict[int, tuple[str, str]] = {}
        self.seen = ""

    @rule(number=NUMBERS, decided=DECISIONS, reason=st.sampled_from(["", REASON]))
    def decide(self, number, decided, reason):
        try:
            decide(self.offered_now(number), by=self.ada, answer=decided, reason=reason, door="wall")
        except (AlreadyTold, NoLongerOffered, Contribution.DoesNotExist):
            return

    @rule(number=NUMBERS)
    def leave_open(self, number):
        try:
            take_back(self.offered_now(number), by=self.ada)
        except AlreadyTold:
            assert Decision.objects.exclude(telling=None).filter(contribution=self.offered[number]).exists()

    @rule()
    def look_at_all_emails(self):
        """And press later, when something may have changed."""
        self.seen = stamp_of(previews_for(self.day, by=self.ada))

    @rule()
    def tell_what_was_seen(self):
        self.told_now(lambda: tell(self.day, seen=self.seen, not_yet=(), by=self.ada))

    @rule()
    def tell(self):
        self.look_at_all_emails()
        self.tell_what_was_seen()

    @rule(number=NUMBERS)
    def move_up(self, number):
        reserve = Decision.objects.made_known().filter(contribution=self.offered[number], answer="reserve")
        if decision := reserve.select_related("contribution__gathering").first():
            seen = stamp_of([preview_of_moving_up(decision, by=self.ada)])
            self.told_now(lambda: move_up(decision, seen=seen, by=self.ada))

    def told_now(self, press):
        """Whoever is in what was told by this press is owed an e-mail."""
        known = dict(Decision.objects.exclude(telling=None).values_list("pk", "answer"))
        try:
            press()
        except (NothingToTell, ChangedSinceSeen, NoLongerOffered):
            return
        for decision in Decision.objects.exclude(telling=None).select_related("contribution"):
            if known.get(decision.pk) != decision.answer:
                kind = f"decided: {decision.answer}"
                for voice in Voice.objects.filter(contribution=decision.contribution_id).proved().that_stay():
                    self.to_write[voice.pk] = (kind, decision.contribution.title)

    @rule()
    def write_answers(self):
        tell_of_decisions(self.now)

        voices = Voice.objects.in_bulk(self.to_write)
        offered = set(Contribution.objects.sent().values_list("pk", flat=True))
        for pk, (kind, title) in self.to_write.items():
            voice = voices.get(pk)
            if voice and voice.is_in and voice.contribution_id in offered:
                written = Email.objects.filter(address=voice.address, kind=kind, subject__contains=title)
                assert written.count() == 1, f"{voice} was told {written.count()} times"
        self.to_write = {}

    @rule()
    def write_to_convenors(self):
        tell_of_departures(self.now)

    @rule(number=NUMBERS, which=WHICH, reply=st.sampled_from(["accept", "step-back"]))
    def answer(self, number, which, reply):
        voice = self.voice(number, which)
        if voice is None:
            return
        known = answer_of(voice, self.now)
        try:
            answer(voice, reply, by=None)
        except AnsweredTooLate:
            assert known is None or not known.may_answer
        else:
            assert known
            assert known.may_answer

    @invariant()
    def each_is_told_once(self):
        emails = Email.objects.filter(kind__startswith="decided").values_list("address", "subject")
        assert set(Counter(emails).values()) <= {1}, "somebody was told twice"

    @invariant()
    def a_no_that_is_known_has_its_reason(self):
        assert not Decision.objects.exclude(telling=None).filter(answer="not_now", reason="").exists()

    @invariant()
    def nobody_knows_what_is_held_back(self):
        known = set(Decision.objects.exclude(telling=None).values_list("contribution", flat=True))
        voices = Voice.objects.filter(contribution__in=self.offered).select_related("contribution__gathering", "person")
        for voice in voices.exclude(contribution__in=known):
            assert answer_of(voice, self.now) is None, "a voice knows what is held back"
            assert (voice.accepted_at or voice.stepped_back_at) is None, "a voice answered what it does not know"
        held = Decision.objects.filter(telling=None).values_list("contribution__title", flat=True)
        for title in held:
            assert not Email.objects.filter(kind__startswith="decided", subject__contains=f"“{title}”").exists()

    def offered_now(self, number):
        return Contribution.objects.select_related("gathering").get(pk=self.offered[number].pk)
