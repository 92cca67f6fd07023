"""Thousands of steps that nobody planned. What must be true is in truths.py, what may happen in machine.py."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from goldenthread.gatherings.bookings import giving_up, plan_changes
from goldenthread.gatherings.bookings.models import Booking, Owed
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.seats import Seats
from goldenthread.gatherings.bookings.tests.machine import Machine
from goldenthread.kit import clock

# Two thousand steps on each database; six thousand with AT_FULL_SIZE=1.
FULL = 130
RUNS, STEPS = FULL if "AT_FULL_SIZE" in os.environ else 42, 50
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


@pytest.fixture
def machine(spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=3, confirm_hours=6, answer_hours=2)
    return type("ThisMachine", (Machine,), {"room_pk": spring.pk, "ada": ada, "steps": 0})


def test_whatever_happens_everything_promised_is_true(machine):
    run_state_machine_as_test(machine, settings=HOW)

    assert machine.steps >= RUNS * STEPS * 0.8


def one_too_many(self, sectors, wanted):
    return "" if self.taken + wanted <= self.places + 1 else None


def last_come_first_served(self):
    return self.filter(state="waiting").order_by("-pk")


@pytest.mark.parametrize(
    ("where", "what", "planted", "message"),
    [
        (Seats, "for_hats", one_too_many, "seats are taken, and"),
        (BookingQuerySet, "in_waiting_order", last_come_first_served, "overtook"),
        (giving_up, "move_on", lambda opening, now: None, "a seat is idle"),
        (giving_up, "_told", lambda _state, **_: Owed.Kind.WAITING, "is owed"),
        (plan_changes, "_live", lambda gathering: Booking.objects.filter(gathering=gathering).coming(), "did not hear"),
    ],
)
def test_a_planted_fault_is_found(where, what, planted, message, machine, monkeypatch):
    """The control: without it, the test above might look at nothing."""
    monkeypatch.setattr(where, what, planted)

    # It ends where the fault is found, so it may look for it as long as at full size.
    with pytest.raises(AssertionError, match=message):
        run_state_machine_as_test(machine, settings=settings(HOW, max_examples=FULL))
