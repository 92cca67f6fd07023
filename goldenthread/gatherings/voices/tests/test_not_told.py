"""Whom the one press does not tell: what waits, what was taken back, and those whom no e-mail reaches."""

import pytest

from goldenthread.gatherings.voices import telling_decisions
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.models import Decision, OwedAnswer, Telling, Voice
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.telling import press, written
from goldenthread.kit import clock


def test_not_yet_keeps_one_back(as_ada, spring, yes, no):
    press(as_ada, spring, not_yet=[no.decision.pk])
    tell_of_decisions(clock.now())

    assert [kind for _address, kind in written()] == ["decided: in", "decided: in"]
    assert Decision.objects.held_back().get().contribution == no


def test_what_was_taken_back_is_never_told(as_ada, spring, yes, no):
    seen = stamp_of(previews_for(spring, by=yes.decision.by))
    no.withdrawn_at = clock.now()
    no.save(update_fields=["withdrawn_at"])

    with pytest.raises(telling_decisions.ChangedSinceSeen):
        tell(spring, seen=seen, not_yet=(), by=yes.decision.by)
    press(as_ada, spring)
    tell_of_decisions(clock.now())

    assert [address for address, _kind in written()] == ["bo@example.org", "cy@example.org"]


def test_nor_what_is_taken_back_between_the_press_and_the_email(as_ada, spring, no):
    press(as_ada, spring)
    no.withdrawn_at = clock.now()
    no.save(update_fields=["withdrawn_at"])
    tell_of_decisions(clock.now())

    assert (written(), OwedAnswer.objects.count()) == ([], 0)


def test_whoever_was_asked_to_join_and_said_nothing_hears_nothing(as_ada, spring, yes, cy):
    Voice.objects.filter(person=cy).update(yes_at=None)

    press(as_ada, spring)
    tell_of_decisions(clock.now())

    assert [address for address, _kind in written()] == ["bo@example.org"]


def test_what_is_not_complete_waits(as_ada, spring, no):
    Decision.objects.update(door="")

    shown = press(as_ada, spring).text

    assert ("There’s nothing to tell." in shown, Telling.objects.count()) == (True, 0)
