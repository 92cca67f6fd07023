"""Whatever people do at the wall in whatever order: one card at each corner, and nobody hosts two in one round."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.hanging import AlreadyHosted, CellTaken, HostsAnother, hang, leave, take_on
from goldenthread.gatherings.open_hour.models import OpenHour, Topic, TopicPlacing

CARDS, PEOPLE = st.integers(0, 3), st.integers(0, 1)
CELLS = st.one_of(st.none(), st.tuples(st.integers(1, 2), st.integers(1, 2)))


class Wall(RuleBasedStateMachine):
    """Four cards, two people, two rounds and two corners."""

    known: tuple[OpenHour, list[Booking]]

    @initialize()
    def begin(self):
        Topic.objects.all().delete()
        open_hour, people = self.known
        self.cells = {
            (round_.number, corner.number): (round_.pk, corner.pk)
            for round_ in open_hour.rounds.all()
            for corner in open_hour.corners.all()
        }
        self.people = people
        self.cards = [
            Topic.objects.create(open_hour=open_hour, title=f"Card {n}", host=people[n % 2]) for n in range(4)
        ]

    def card(self, number):
        return Topic.objects.select_related("open_hour").get(pk=self.cards[number].pk)

    @rule(card=CARDS, cell=CELLS)
    def hang(self, card, cell):
        try:
            hang(self.card(card), self.cells[cell] if cell else None)
        except (CellTaken, HostsAnother):
            return

    @rule(card=CARDS, person=PEOPLE)
    def take_on(self, card, person):
        try:
            take_on(self.card(card), self.people[person])
        except (AlreadyHosted, HostsAnother):
            return

    @rule(card=CARDS)
    def leave(self, card):
        leave(self.card(card))

    @invariant()
    def one_card_at_each_corner(self):
        cells = list(TopicPlacing.objects.values_list("round", "corner"))
        assert len(cells) == len(set(cells))

    @invariant()
    def nobody_hosts_two_in_one_round(self):
        hosts = list(TopicPlacing.objects.exclude(topic__host=None).values_list("round", "topic__host"))
        assert len(hosts) == len(set(hosts))


@pytest.fixture
def machine(open_hour, comes):
    return type("Machine", (Wall,), {"known": (open_hour, [comes("Di"), comes("Ed")])})


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

    with pytest.raises(AssertionError):
        wall.nobody_hosts_two_in_one_round()
