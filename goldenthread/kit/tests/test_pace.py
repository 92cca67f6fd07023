import pytest

from goldenthread.kit.pace import Pace


@pytest.fixture
def moment():
    return [100.0]


@pytest.fixture
def pace(moment):
    return Pace(3, 10, clock=lambda: moment[0])


def test_so_many_are_not_too_quick(pace):
    assert [pace.is_too_quick("bo") for _ in range(5)] == [False, False, False, True, True]


def test_each_is_counted_alone(pace):
    assert [pace.is_too_quick(who) for who in ("bo", "bo", "bo", "ada")] == [False] * 4


def test_after_a_while_they_may_go_on_and_nobody_is_remembered(pace, moment):
    quick = [pace.is_too_quick("bo") for _ in range(4)]
    moment[0] += 10

    assert (quick[-1], pace.is_too_quick("ada"), dict(pace.counts)) == (True, False, {"ada": 1})
