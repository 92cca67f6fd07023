"""Thousands of steps that nobody planned: two doors without network, people, re-mixes, ticks and time."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from goldenthread.gatherings.day import arriving, meeting, ticking
from goldenthread.gatherings.day.models import Arrival
from goldenthread.gatherings.day.models.arrival import ArrivalQuerySet
from goldenthread.gatherings.day.models.tick import TickQuerySet
from goldenthread.gatherings.day.tests.machine import Machine

RUNS, STEPS = 16, 40
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
def machine(seat, today, ada):
    people = seat({1: {1: "Ann Ben Eli", 2: "Cat Dot"}, 2: {1: "Ann Cat", 2: "Ben Dot Eli"}})
    bookings = [people[name] for name in sorted(people)]
    values = {"day_pk": today.pk, "ada": ada, "begins": today.starts_at, "bookings": bookings, "steps": 0}
    return type("ThisMachine", (Machine,), values)


def test_whatever_happens_nothing_is_lost_doubled_or_told(machine):
    run_state_machine_as_test(machine, settings=HOW)

    assert machine.steps >= 300


def doubled(arrivals):
    for arrival in arrivals:
        arrival.once = f"{arrival.once[:40]}{Arrival.objects.count()}"
        arrival.save()


@pytest.mark.parametrize(
    ("where", "what", "planted", "message"),
    [
        (arriving, "write_down", doubled, "lost or doubled"),
        (
            ArrivalQuerySet,
            "in_order",
            lambda self: self.order_by("pk"),
            "the last press does not count|encounters are not as",
        ),
        (meeting, "unmeet", lambda *_wrong: None, "encounters are not as the tables were held"),
        (ticking, "begin", lambda *_pair, **_more: None, "not both ticked"),
        (TickQuerySet, "mutual", TickQuerySet.none, "not both ticked"),
    ],
)
def test_a_planted_fault_is_found(where, what, planted, message, machine, monkeypatch):
    """The control: without it, the test above might look at nothing."""
    monkeypatch.setattr(where, what, planted)

    # It ends where the fault is found, so it may look for it many times.
    with pytest.raises(AssertionError, match=message):
        run_state_machine_as_test(machine, settings=settings(HOW, max_examples=RUNS * 5))
