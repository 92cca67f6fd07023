"""Thousands of steps that nobody planned, from the call for voices to the open hour."""

import os
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.open_hour.hanging import set_open_hour
from goldenthread.gatherings.open_hour.models import TopicPlacing
from goldenthread.gatherings.open_hour.tests import wall_machine
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme import freezing, names
from goldenthread.gatherings.signup.hours import SessionHour
from goldenthread.gatherings.voices import telling_decisions
from goldenthread.gatherings.voices.models import Decision
from goldenthread.gatherings.voices.models.decision import DecisionQuerySet
from goldenthread.gatherings.voices.models.voice_queryset import VoiceQuerySet
from goldenthread.gatherings.voices.tests.deciding_machine import REASON
from goldenthread.kit.composed_once import ComposedOnce
from tests.trust.whole_programme import FOR_EVERYBODY, WholeProgramme

# Two hundred steps on each database; twelve thousand with AT_FULL_SIZE=1.
RUNS, STEPS = (240, 50) if "AT_FULL_SIZE" in os.environ else (8, 25)
HOW = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS,
    deadline=None,
    database=None,
    derandomize=True,
    print_blob=False,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
A_WEEK_BEFORE = datetime(2027, 4, 13, 9, tzinfo=UTC)


@pytest.fixture
def machine(spring, ada):
    plan = {"day": date(2027, 4, 20), "from_time": time(9, 30), "to_time": time(16, 30)}
    with time_machine.travel(A_WEEK_BEFORE, tick=False):
        spring.replan(plan, since=spring.sequence, by=ada, is_small=False)
        limits = {"until": None, "confirm_hours": 72, "answer_hours": 24}
        open_booking(spring, by=ada, now=A_WEEK_BEFORE, places=300, **limits)
        open_hour = set_open_hour(spring, ["14:00", "15:00"], ["By the window", "Under the clock"], by=ada)
    day = Gathering.objects.with_facts().get(pk=spring.pk)
    known = {"day_pk": day.pk, "ada": ada, "begins": A_WEEK_BEFORE, "open_hour": open_hour}
    return type("ThisMachine", (WholeProgramme,), known | {"steps": 0, "runs": 0})


def test_whatever_happens_everything_promised_is_true(machine):
    run_state_machine_as_test(machine, settings=HOW)

    assert machine.steps >= RUNS * STEPS * 0.8


def lets_everybody_in(_hour, _seats):
    return True


def everything_is_known(decisions):
    return decisions


def nobody_is_gone(voices):
    return voices.filter(yes_at__isnull=False)


def nothing_is_held_back(_session, _contribution, *, is_shown):
    return ""


def nobody_is_owed_anything(decisions, telling):
    Decision.objects.filter(pk__in=[decision.pk for decision in decisions]).update(telling=telling)


def whoever_hangs(topic, cell):
    TopicPlacing.objects.filter(topic=topic).delete()
    if cell and not TopicPlacing.objects.filter(round=cell[0], corner=cell[1]).exists():
        TopicPlacing.objects.create(topic=topic, round_id=cell[0], corner_id=cell[1])


@pytest.fixture
def walk(machine):
    """By hand, what the machine comes to by chance."""
    walk = machine()
    walk.begin()
    yield walk
    walk.teardown()


def all_sign_up(walk):
    walk.all_sign_up(0, [0, 1, 2, 3, 4])


def hold_back(walk):
    walk.decide(0, "in", REASON)


def show_what_is_held_back(walk):
    walk.show_what_is_held_back(0, time(10, 30), 0)


def tell_and_write(walk):
    walk.show_what_is_told(0, time(10, 30), 0)
    walk.write_answers()


def step_back_from_what_is_shown(walk):
    tell_and_write(walk)
    walk.answer(0, 1, "step-back")


def hang_two_of_one_host(walk):
    walk.hang(0, (1, 1))
    walk.hang(2, (1, 2))


@pytest.mark.parametrize(
    ("fault", "act", "message"),
    [
        ((SessionHour, "fits", lets_everybody_in), all_sign_up, "sold twice"),
        ((DecisionQuerySet, "made_known", everything_is_known), hold_back, "what is held back"),
        ((VoiceQuerySet, "in_it", nobody_is_gone), step_back_from_what_is_shown, "who left is named"),
        ((freezing, "_why_not_yet", nothing_is_held_back), show_what_is_held_back, "what is held back"),
        ((wall_machine, "hang", whoever_hangs), hang_two_of_one_host, "hosts two"),
        ((telling_decisions, "_make_known", nobody_is_owed_anything), tell_and_write, "was told 0 times"),
    ],
)
def test_a_planted_fault_is_found(fault, act, message, walk, monkeypatch):
    """The control: without it, the test above might look at nothing."""
    act_and_look(walk, act)
    monkeypatch.setattr(*fault)
    # Composed before, it would not know of the fault.
    monkeypatch.setattr(names, "SPEAKERS", ComposedOnce(names.SPEAKERS.question, names.SPEAKERS.mark))

    with pytest.raises(AssertionError, match=message):
        act_and_look(walk, act)


def act_and_look(walk, act):
    """Whatever is true after each step is asked, and all that a stranger reads."""
    with transaction.atomic():
        act(walk)
        for invariant in walk.invariants:
            invariant.function(walk)
        for _page in FOR_EVERYBODY:
            walk.strangers_read_nothing_too_soon()
        transaction.set_rollback(True)
    walk.begin()
