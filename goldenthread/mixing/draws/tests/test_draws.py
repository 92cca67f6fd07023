from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.draws import Hour, Wisher
from goldenthread.mixing.draws.drawing import draw
from goldenthread.mixing.draws.tests.crowd import crowd, hours, with_nothing, worth
from goldenthread.mixing.draws.tests.judge import faults, most_with_something
from goldenthread.mixing.draws.tests.lottery import lottery

TEN, NOON, ONE = 10, 12, 13


@pytest.mark.parametrize(("chairs", "seed"), [(20, 1), (9, 2), (4, 3)])
def test_as_few_go_with_nothing_as_a_flow_says(chairs, seed):
    rooms, people = hours(12, at_once=4, chairs=chairs), crowd(120, 12, seed, least=3)

    drawn = draw(rooms, people, most_each=2, seed=seed)

    assert drawn.is_proven
    assert faults(rooms, people, drawn.hours, 2) == []
    assert with_nothing(drawn.hours) == len(people) - most_with_something(rooms, people)


def test_it_is_never_worse_than_a_hundred_lotteries():
    rooms, people = hours(12, at_once=4, chairs=14), crowd(80, 12, 7, least=6)

    drawn = draw(rooms, people, most_each=2, seed=7).hours
    lotteries = [lottery(rooms, people, seed) for seed in range(100)]

    ours = (with_nothing(drawn), -worth(people, drawn, rooms))
    assert ours <= min((with_nothing(got), -worth(people, got, rooms)) for got in lotteries)


def test_the_same_seed_gives_the_same_draw_in_whatever_order_people_came():
    rooms, people = hours(3, at_once=1, chairs=5), crowd(40, 3, 3)

    first = draw(rooms, people, most_each=2, seed=11)

    assert draw(list(reversed(rooms)), list(reversed(people)), most_each=2, seed=11) == first
    assert draw(rooms, people, most_each=2, seed=12) != first


def test_where_two_are_as_good_each_of_them_is_drawn_at_times():
    room, people = [Hour(1, 1, TEN, NOON, 1)], [Wisher(1, (1,)), Wisher(2, (1,))]

    got = {draw(room, people, most_each=1, seed=seed).hours[1] for seed in range(20)}

    assert got == {(), (1,)}


def test_who_comes_with_a_supporter_gets_two_chairs_or_none():
    room = [Hour(1, 1, TEN, NOON, 3)]
    people = [Wisher(1, (1,), chairs=2), Wisher(2, (1,), chairs=2)]

    drawn = draw(room, people, most_each=1, seed=1)

    assert sorted(drawn.hours.values()) == [(), (1,)]


def test_what_is_held_twice_is_theirs_once_at_an_hour_when_they_are_free():
    twice = [Hour(1, 1, TEN, NOON, 9), Hour(2, 1, NOON, ONE, 9)]

    drawn = draw(twice, [Wisher(1, (1,), busy=((TEN, TEN + 1),)), Wisher(2, (1,))], most_each=2, seed=1)

    assert (drawn.hours[1], len(drawn.hours[2])) == ((2,), 1)


def test_without_wishes_or_chairs_everybody_has_nothing():
    assert draw([], [Wisher(1, (1,))], most_each=2, seed=1).hours == {1: ()}


@settings(max_examples=60, deadline=None)
@given(
    chairs=st.lists(st.integers(0, 2), min_size=1, max_size=3),
    starts=st.lists(st.sampled_from([TEN, NOON]), min_size=3, max_size=3),
    wishes=st.lists(st.permutations([0, 1, 2]), min_size=1, max_size=3),
    most=st.integers(1, 2),
)
def test_no_draw_is_better(chairs, starts, wishes, most):
    """Held against every draw that there is."""
    rooms = [Hour(n, n, starts[n], starts[n] + 1, number) for n, number in enumerate(chairs)]
    people = [Wisher(n, tuple(wish)) for n, wish in enumerate(wishes)]

    drawn = draw(rooms, people, most_each=most, seed=1).hours

    assert faults(rooms, people, drawn, most) == []
    assert (with_nothing(drawn), -worth(people, drawn, rooms)) == min(
        (with_nothing(got), -worth(people, got, rooms)) for got in every_draw(rooms, people, most)
    )


def every_draw(rooms, people, most):
    keys = [room.key for room in rooms]
    each = [
        tuple(k for k, taken in zip(keys, bits, strict=True) if taken) for bits in product([0, 1], repeat=len(keys))
    ]
    for choice in product(each, repeat=len(people)):
        got = {person.key: keys for person, keys in zip(people, choice, strict=True)}
        if not faults(rooms, people, got, most):
            yield got


@pytest.mark.parametrize("most_each", [1, 2])
def test_who_leaves_wishes_out_has_no_better_lot_than_who_does_not(most_each):
    """Twenty want the same ten chairs most of all; ten of them say that they would go elsewhere, too."""
    rooms = hours(7, at_once=1, chairs=10)
    people = [Wisher(n, (0,)) for n in range(10)] + [Wisher(n, (0, 1, 2, 3, 4, 5)) for n in range(10, 20)]

    draws = [draw(rooms, people, most_each=most_each, seed=seed).hours for seed in range(30)]

    assert all(sum(0 in mine for mine in got.values()) == 10 for got in draws)
    assert 4 <= sum(0 in got[n] for got in draws for n in range(10)) / len(draws) <= 6
    assert all(got[n] for got in draws for n in range(10, 20))


def test_what_was_drawn_in_place_of_a_wish_left_out_goes_to_who_wished_for_it():
    rooms = [Hour(1, 1, TEN, NOON, 1), Hour(2, 2, TEN, NOON, 1)]
    people = [Wisher(1, (1,)), Wisher(2, (1,)), Wisher(3, (1, 2))]

    for seed in range(10):
        got = draw(rooms, people, most_each=1, seed=seed).hours

        assert got[3] in ((1,), (2,))


def test_who_wishes_for_three_is_not_left_with_nothing_where_there_is_a_way():
    rooms = hours(7, at_once=7, chairs=1)
    people = [Wisher(1, (0, 1, 2)), Wisher(2, (0,)), Wisher(3, (1, 0)), Wisher(4, (2, 1))]

    assert all(draw(rooms, people, most_each=1, seed=seed).hours[1] for seed in range(20))
