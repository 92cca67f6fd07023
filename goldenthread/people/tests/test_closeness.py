"""What rooms above know of who is close to whom."""

from typing import Any

from goldenthread.people import rules
from goldenthread.people.above import RoomAbovePeople
from goldenthread.people.audience import NOT_CLOSE
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience


class Knowing(RoomAbovePeople):
    def __init__(self, known: Any):
        self.known = known

    def closeness(self, by, to):
        return self.known


def test_what_several_rooms_know_adds_up(ada, bo):
    above = [Knowing({bo.pk: {Audience.HOSTS}}), Knowing({bo.pk: {Audience.MET}})]

    near = closeness_of(ada, [bo.pk], above=above)

    assert (set(near[bo.pk]), near[ada.pk]) == ({Audience.HOSTS, Audience.MET}, NOT_CLOSE)


def test_no_room_can_make_anybody_see_what_is_only_mine(ada, bo):
    near = closeness_of(ada, [bo.pk], above=[Knowing({bo.pk: set(Audience)})])

    assert set(near[bo.pk]) == {Audience.HOSTS, Audience.MET}


def test_whoever_met_somebody_finds_their_page(ada, bo):
    pages = [rules.may_see_page(ada, bo, closeness) for closeness in (NOT_CLOSE, frozenset({Audience.MET}))]

    assert pages == [False, True]
