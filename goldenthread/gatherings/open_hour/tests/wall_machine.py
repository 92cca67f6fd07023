"""Whatever people do at the wall in whatever order: one card at each corner, and nobody hosts two in one round."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.hanging import (
    AlreadyHosted,
    CellTaken,
    HostsAnother,
    hang,
    leave,
    take_down,
    take_on,
)
from goldenthread.gatherings.open_hour.models import OpenHour, Topic, TopicPlacing
from goldenthread.people.models import Person

CARDS, HOSTS = st.integers(0, 3), st.integers(0, 1)
CELLS = st.one_of(st.none(), st.tuples(st.integers(1, 2), st.integers(1, 2)))


class Wall(RuleBasedStateMachine):
    """Four cards, two people, two rounds and two corners."""

    open_hour: OpenHour
    ada: Person
    people: list[Booking]

    @initialize()
    def begin(self):
        Topic.objects.all().delete()
        self.cells = {
            (round_.number, corner.number): (round_.pk, corner.pk)
            for round_ in self.open_hour.rounds.all()
            for corner in self.open_hour.corners.all()
        }
        self.cards = [self.new_card(number, self.people[number % 2]) for number in range(4)]
        # As somebody's page showed it, perhaps a while ago.
        self.as_seen = [self.card(number) for number in range(4)]

    def new_card(self, number, host):
        return Topic.objects.create(open_hour=self.open_hour, title=f"Card {number}", host=host)

    def card(self, number):
        return Topic.objects.select_related("open_hour").get(pk=self.cards[number].pk)

    @rule(number=CARDS)
    def look_at_card(self, number):
        self.as_seen[number] = self.card(number)

    @rule(number=CARDS, cell=CELLS)
    def hang(self, number, cell):
        try:
            hang(self.as_seen[number], self.cells[cell] if cell else None)
        except (CellTaken, HostsAnother, Topic.DoesNotExist):
            return

    @rule(number=CARDS, person=HOSTS)
    def take_on(self, number, person):
        host = Booking.objects.get(pk=self.people[person].pk)
        if host.is_seated:
            try:
                take_on(self.as_seen[number], host)
            except (AlreadyHosted, HostsAnother, Topic.DoesNotExist):
                return

    @rule(number=CARDS)
    def leave_card(self, number):
        """Pressed twice, or on an old page, it sends away nobody who took it on since."""
        before = Topic.objects.get(pk=self.cards[number].pk)
        leave(self.as_seen[number])
        after = Topic.objects.get(pk=before.pk)
        assert after.host_id in {None, before.host_id}
        assert after.host_id == before.host_id or before.host_id == self.as_seen[number].host_id

    @rule(number=CARDS, person=HOSTS)
    def bring_another_instead(self, number, person):
        take_down(self.card(number), by=self.ada)
        self.cards[number] = self.new_card(number, self.people[person])
        self.look_at_card(number)

    @invariant()
    def one_card_at_each_corner(self):
        cells = list(TopicPlacing.objects.values_list("round", "corner"))
        assert len(cells) == len(set(cells)), "two cards hang in one cell"

    @invariant()
    def nobody_hosts_two_in_one_round(self):
        seated = TopicPlacing.objects.exclude(topic__host=None)
        hosts = list(seated.values_list("round", "topic__host"))
        assert len(hosts) == len(set(hosts)), "somebody hosts two at one time"
