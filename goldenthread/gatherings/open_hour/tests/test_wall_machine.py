"""A machine brings cards, hangs them, leaves them and takes them on in any order, and notices a host of two."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.gatherings.open_hour.tests.wall_machine import Wall


@pytest.fixture
def machine(open_hour, comes, ada):
    return type("Machine", (Wall,), {"open_hour": open_hour, "ada": ada, "people": [comes("Di"), comes("Ed")]})


def test_in_whatever_order_it_happens(machine):
    how = settings(max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(machine, settings=how)


def test_it_notices_a_host_of_two(machine):
    """Planted: a card that changes hands where it hangs, past `take_on`."""
    wall = machine()
    wall.begin()
    wall.hang(0, (1, 1))
    wall.hang(1, (1, 2))
    Topic.objects.filter(pk=wall.cards[1].pk).update(host=wall.people[0])

    with pytest.raises(AssertionError, match="hosts two"):
        wall.nobody_hosts_two_in_one_round()
