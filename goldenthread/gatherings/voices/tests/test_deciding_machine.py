"""A machine calls, offers, decides, tells and answers in any order, and notices faults that are planted."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from goldenthread.gatherings.voices.models import OwedAnswer
from goldenthread.gatherings.voices.models.decision import DecisionQuerySet
from goldenthread.gatherings.voices.tests.deciding_machine import Deciding


@pytest.fixture
def machine(spring, ada, now):
    return type("Machine", (Deciding,), {"day": spring, "ada": ada, "now": now})


def test_in_whatever_order_it_happens(machine):
    how = settings(max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(machine, settings=how)


@pytest.fixture
def decided(machine):
    """By hand: a yes that is held back."""
    decided = machine()
    decided.begin()
    decided.decide(0, "in", "")
    return decided


def test_it_notices_a_voice_that_knows_too_soon(decided, monkeypatch):
    monkeypatch.setattr(DecisionQuerySet, "made_known", lambda decisions: decisions)

    with pytest.raises(AssertionError, match="knows what is held back"):
        decided.nobody_knows_what_is_held_back()


def test_it_notices_an_email_that_is_lost(decided):
    decided.tell()
    OwedAnswer.objects.all().delete()

    with pytest.raises(AssertionError, match="told 0 times"):
        decided.write_answers()
