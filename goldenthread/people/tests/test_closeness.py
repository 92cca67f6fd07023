"""What rooms above know of who is close to whom."""

from types import SimpleNamespace

from goldenthread.people import rules
from goldenthread.people.audience import NOT_CLOSE
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience


def room(told):
    return SimpleNamespace(closeness=lambda by, to: told)


def test_what_several_rooms_know_adds_up(ada, bo):
    rooms = [room({bo.pk: {Audience.HOSTS}}), room({bo.pk: {Audience.MET}})]

    near = closeness_of(ada, [bo.pk], rooms=rooms)

    assert (set(near[bo.pk]), near[ada.pk]) == ({Audience.HOSTS, Audience.MET}, NOT_CLOSE)


def test_no_room_can_make_anybody_see_what_is_only_mine(ada, bo):
    near = closeness_of(ada, [bo.pk], rooms=[room({bo.pk: set(Audience)})])

    assert set(near[bo.pk]) == {Audience.HOSTS, Audience.MET}


def test_whoever_met_somebody_finds_their_page(ada, bo):
    pages = [rules.may_see_page(ada, bo, closeness) for closeness in (NOT_CLOSE, frozenset({Audience.MET}))]

    assert pages == [False, True]
